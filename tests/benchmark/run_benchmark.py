"""Measures furat-search against Xapian's quest on the same database, and furat-index on a larger archive
against a program that calls the bare Xapian API; and what recognizing places costs, and starting at all. With --passages
also searches in one process over so many passages (100000, 1000000).

usage: run_benchmark.py BIN_FOLDER SOURCE_FOLDER RESULT_FOLDER [--runs N] [--articles N] [--texts FOLDER] [--passages N]
"""
import argparse
import datetime
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile

sys.path[:0] = [str(pathlib.Path(__file__).resolve().parent.parent / "support")]
import build_benchmark  # noqa: E402
import measuring  # noqa: E402
import redealt_archive  # noqa: E402
import search_benchmark  # noqa: E402

QUERIES = ("Mayadin", "siege bridge", "Russian aircraft Palmyra")
FACETS = "place,actor,date"


def build(binaries, index, archive):
    """Builds and returns (ms, usage)."""
    return measuring.run_once([str(binaries / "furat-index"), "build", "--index", str(index), str(archive)])


def measure_searches(binaries, index, runs):
    """Cold one-shot searches: each run is a new process."""
    quest = shutil.which("quest")
    if quest is None:
        raise SystemExit("quest is missing; install the package xapian-tools")
    search = [str(binaries / "furat-search"), "--index", str(index), "--limit", "10"]
    results = []
    for query in QUERIES:
        times = measuring.alternate({
            "quest": [quest, f"--db={build_benchmark.published(index) / 'passages'}", "--msize=10", query],
            "furat-search": [*search, query],
            "furat-search --facets": [*search, "--facets", FACETS, query],
        }, runs)
        results.append({"query": query} | {name: measuring.summary(values) for name, values in times.items()})
    return results


def measure_places(binaries, folder, archives, runs):
    """Cost of recognizing places in each archive, and a whole run of `annotate` over one word."""
    word = folder / "word.txt"
    word.write_text("Aleppo\n", encoding="utf-8")
    annotate = [str(binaries / "furat-index"), "annotate", str(word)]
    results = {"annotate one word": measuring.summary(measuring.alternate({"": annotate}, runs)[""])}
    for archive in archives:
        done = subprocess.run([str(binaries / "furat-recognition-cost"), str(archive)], capture_output=True, check=True)
        results[archive.name] = json.loads(done.stdout)
    return results


def print_places(results):
    print(f"furat-index annotate of one word: {results['annotate one word']['median_ms']:.1f} ms (bar 50)")
    for name in [key for key in results if key != "annotate one word"]:
        row = results[name]
        print(f"places in {name}: {row['places_us_per_100_words']:.1f} us per 100 words (bar 25), "
              f"{row['places_to_tokenizing']:.2f} of tokenizing; dates {row['dates_us_per_100_words']:.1f} us (bar 15), "
              f"{row['dates_to_tokenizing']:.2f} of tokenizing; loaded in {row['loading_ms']:.0f} ms, "
              f"{row['loaded_mb']:.0f} MB, {row['after_use_mb']:.0f} MB after use (bar 60)")


def print_searches(title, results):
    print(f"{title}: median ms of a new process, and its ratio to quest")
    for row in results:
        base = row["quest"]["median_ms"]
        print(f"  {row['query']!r}")
        for name in [key for key in row if key != "query"]:
            print(f"    {name:<22} {row[name]['median_ms']:7.2f}  {row[name]['median_ms'] / base:5.2f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binaries", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("source", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--articles", type=int, default=1070)
    parser.add_argument("--texts", type=pathlib.Path, help="more articles to recognize places in")
    parser.add_argument("--passages", type=int, help="search an archive of so many passages in one process")
    options = parser.parse_args()

    report = {"machine": measuring.machine_facts()}
    articles = options.source / "corpus" / "articles"
    with tempfile.TemporaryDirectory(prefix="furat-bench-") as name:
        folder = pathlib.Path(name)
        build(options.binaries, folder / "sample", articles)
        report["search"] = measure_searches(options.binaries, folder / "sample", options.runs)
        report["build"] = build_benchmark.measure(options.binaries, folder, articles, options.articles)
        texts = [options.texts] if options.texts else []
        report["places"] = measure_places(options.binaries, folder, [articles, *texts], options.runs)
        report["search_large"] = measure_searches(options.binaries, folder / "large", options.runs)
        if options.passages:
            redealt_archive.make_archive(folder / "dealt.jsonl", articles, options.passages)
            build(options.binaries, folder / "dealt", folder / "dealt.jsonl")
            report["search_in_process"] = search_benchmark.measure(options.binaries, folder, folder / "dealt", articles)
            report["search_dealt"] = measure_searches(options.binaries, folder / "dealt", options.runs)
    print_searches("sample archive", report["search"])
    print_searches("synthetic archive", report["search_large"])
    if options.passages:
        search_benchmark.print_measured(report["search_in_process"])
        print_searches(f"{options.passages} passages", report["search_dealt"])
    print_places(report["places"])
    build_benchmark.print_measured(report["build"])

    options.results.mkdir(parents=True, exist_ok=True)
    path = options.results / f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%dT%H%M%SZ}.json"
    path.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(f"raw figures: {path}")


if __name__ == "__main__":
    main()

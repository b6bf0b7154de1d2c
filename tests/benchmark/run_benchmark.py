"""Measures furat-search against Xapian's quest on the same database, and furat-index on a larger archive.

usage: run_benchmark.py BIN_FOLDER SOURCE_FOLDER RESULT_FOLDER [--runs N] [--articles N]
"""
import argparse
import datetime
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))
import measuring  # noqa: E402
import synthetic_archive  # noqa: E402

QUERIES = ("Mayadin", "siege bridge", "Russian aircraft Palmyra")
FACETS = "place,actor,date"


def size_of(folder):
    return sum(path.stat().st_size for path in pathlib.Path(folder).rglob("*") if path.is_file())


def build(binaries, index, archive):
    """Builds and returns (ms, usage)."""
    return measuring.run_once([str(binaries / "furat-index"), "build", "--index", str(index), str(archive)])


def published(index):
    return pathlib.Path(index) / (pathlib.Path(index) / "CURRENT").read_text().strip()


def measure_searches(binaries, index, runs):
    """Cold one-shot searches: each run is a new process."""
    quest = shutil.which("quest")
    if quest is None:
        raise SystemExit("quest is missing; install the package xapian-tools")
    search = [str(binaries / "furat-search"), "--index", str(index), "--limit", "10"]
    results = []
    for query in QUERIES:
        times = measuring.alternate({
            "quest": [quest, f"--db={published(index) / 'passages'}", "--msize=10", query],
            "furat-search": [*search, query],
            "furat-search --facets": [*search, "--facets", FACETS, query],
        }, runs)
        results.append({"query": query} | {name: measuring.summary(values) for name, values in times.items()})
    return results


def status_number(binaries, index, name):
    text = subprocess.run([str(binaries / "furat-index"), "status", "--index", str(index)], capture_output=True,
                          text=True, check=True).stdout
    return int(re.search(rf"^{name}\s+(\d+)$", text, re.M)[1])


def measure_build(binaries, folder, articles, count, runs=3):
    text_bytes = synthetic_archive.make_archive(folder / "synthetic", articles, count)
    measured = [build(binaries, folder / "large", folder / "synthetic") for _ in range(runs)]
    milliseconds, _ = min(measured, key=lambda run: run[0])
    passages = status_number(binaries, folder / "large", "passages")
    return {"articles": count, "passages": passages, "text_bytes": text_bytes,
            "wall_s": [round(run[0] / 1000, 3) for run in measured],
            "passages_per_s": round(passages / milliseconds * 1000),
            "mb_per_s": round(text_bytes / milliseconds / 1000, 3),
            "cpu_s": round(measured[0][1].ru_utime + measured[0][1].ru_stime, 2),
            "peak_memory_mb": round(max(run[1].ru_maxrss for run in measured) / 1024, 1),
            "index_bytes": size_of(published(folder / "large")),
            "index_to_text": round(size_of(published(folder / "large")) / text_bytes, 2)}


def print_searches(title, results):
    print(f"{title}: median ms of a new process, and its ratio to quest")
    for row in results:
        base = row["quest"]["median_ms"]
        print(f"  {row['query']!r}")
        for name in [key for key in row if key != "query"]:
            print(f"    {name:<22} {row[name]['median_ms']:7.2f}  {row[name]['median_ms'] / base:5.2f}")


def print_build(row):
    print(f"build of {row['articles']} articles, {row['passages']} passages, {row['text_bytes'] / 1e6:.1f} MB of text:")
    print(f"  {min(row['wall_s']):.2f} s (best of {len(row['wall_s'])}), {row['passages_per_s']} passages/s, "
          f"{row['mb_per_s']:.2f} MB/s, {row['cpu_s']:.1f} s of processor time")
    print(f"  peak memory {row['peak_memory_mb']:.0f} MB, index {row['index_bytes'] / 1e6:.1f} MB, "
          f"{row['index_to_text']:.2f} times the text")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("binaries", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("source", type=lambda text: pathlib.Path(text).resolve())
    parser.add_argument("results", type=pathlib.Path)
    parser.add_argument("--runs", type=int, default=40)
    parser.add_argument("--articles", type=int, default=1070)
    options = parser.parse_args()

    report = {"machine": measuring.machine_facts()}
    articles = options.source / "corpus" / "articles"
    with tempfile.TemporaryDirectory(prefix="furat-bench-") as name:
        folder = pathlib.Path(name)
        build(options.binaries, folder / "sample", articles)
        report["search"] = measure_searches(options.binaries, folder / "sample", options.runs)
        report["build"] = measure_build(options.binaries, folder, articles, options.articles)
        report["search_large"] = measure_searches(options.binaries, folder / "large", options.runs)
    print_searches("sample archive", report["search"])
    print_searches("synthetic archive", report["search_large"])
    print_build(report["build"])

    options.results.mkdir(parents=True, exist_ok=True)
    path = options.results / f"{datetime.datetime.now(datetime.timezone.utc):%Y-%m-%dT%H%M%SZ}.json"
    path.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print(f"raw figures: {path}")


if __name__ == "__main__":
    main()

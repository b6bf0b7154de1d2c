"""Builds and updates of one archive, beside the floor program that calls the bare Xapian API on the same passages."""
import pathlib
import re
import shutil
import subprocess

import measuring
import synthetic_archive

ROUNDS = 3


def published(index):
    return pathlib.Path(index) / (pathlib.Path(index) / "CURRENT").read_text().strip()


def status_number(program, index, name):
    text = subprocess.run([program, "status", "--index", str(index)], capture_output=True, text=True, check=True).stdout
    return int(re.search(rf"^{name}\s+(\d+)$", text, re.M)[1])


def figures(run):
    milliseconds, usage = run
    return {"wall_s": round(milliseconds / 1000, 3), "cpu_s": round(usage.ru_utime + usage.ru_stime, 3),
            "peak_memory_mb": round(usage.ru_maxrss / 1024, 1)}


def measure_floor(binaries, passages, database):
    """The floor over the passages, or None where it was not built (FURAT_BUILD_TESTS=OFF)."""
    floor = binaries / "furat-floor"
    if not floor.exists():
        return None
    shutil.rmtree(database, ignore_errors=True)
    # A shell gives it the passages: the cost of starting one is nothing beside the run.
    return figures(measuring.run_once(["/bin/sh", "-c", f"exec '{floor}' '{database}' < '{passages}'"]))


def measure_updates(program, index, archive):
    """One article more, changed and removed again, and no change: each in a process of its own."""
    update = [program, "update", "--quiet", "--index", str(index)]
    measuring.run_once(update)  # files written just before a build are looked at once more
    article = archive / "zz-one-more.txt"
    steps = {"no change": lambda: None,
             "one added": lambda: article.write_text("One more\n\nShells fell on Hajin on 3 May 2018.\n"),
             "one changed": lambda: article.write_text("One more\n\nShells fell on Hajin on 4 May 2018, twice.\n"),
             "one removed": article.unlink}
    measured = {}
    for name, change in steps.items():
        change()
        measured[name] = figures(measuring.run_once(update))
    return measured


def measure(binaries, folder, articles, count):
    """Builds the archive and its floor in turn; then updates."""
    program = str(binaries / "furat-index")
    archive = folder / "synthetic"
    text_bytes = synthetic_archive.make_archive(archive, articles, count)
    passages = folder / "passages.jsonl"
    with open(passages, "wb") as out:
        subprocess.run([program, "passages", "--jsonl", str(archive)], stdout=out, stderr=subprocess.DEVNULL, check=True)
    builds, floors = [], []
    for _ in range(ROUNDS):
        builds.append(figures(measuring.run_once([program, "build", "--quiet", "--index", str(folder / "large"),
                                                  str(archive)])))
        floors.append(measure_floor(binaries, passages, folder / "floor"))
    number = status_number(program, folder / "large", "passages")
    index_bytes = measuring.size_of(published(folder / "large"))
    return {"articles": count, "passages": number, "text_bytes": text_bytes, "builds": builds,
            "floors": [floor for floor in floors if floor], "index_bytes": index_bytes,
            "floor_bytes": measuring.size_of(folder / "floor"), "index_to_text": round(index_bytes / text_bytes, 2),
            "updates": measure_updates(program, folder / "large", archive)}


def print_measured(row):
    best = min(row["builds"], key=lambda run: run["wall_s"])
    print(f"build of {row['articles']} articles, {row['passages']} passages, {row['text_bytes'] / 1e6:.1f} MB of text:")
    print(f"  {best['wall_s']:.2f} s (best of {len(row['builds'])}), {row['passages'] / best['wall_s']:.0f} passages/s, "
          f"{row['text_bytes'] / 1e6 / best['wall_s']:.2f} MB/s, {best['cpu_s']:.1f} s of processor time")
    print(f"  peak memory {max(run['peak_memory_mb'] for run in row['builds']):.0f} MB, index "
          f"{row['index_bytes'] / 1e6:.1f} MB, {row['index_to_text']:.2f} times the text")
    if row["floors"]:
        floor = min(row["floors"], key=lambda run: run["wall_s"])
        print(f"  floor {floor['wall_s']:.2f} s, {floor['cpu_s']:.1f} s of processor time, {floor['peak_memory_mb']:.0f} MB, "
              f"{row['floor_bytes'] / 1e6:.1f} MB: we build at {floor['wall_s'] / best['wall_s']:.2f} times its rate")
    for name, run in row["updates"].items():
        print(f"  update, {name}: {run['wall_s']:.2f} s, {run['cpu_s']:.2f} s of processor time, "
              f"{100 * run['cpu_s'] / best['cpu_s']:.1f} % of a build's")

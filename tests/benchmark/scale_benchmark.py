#!/usr/bin/env python3
"""What ten times as many passages cost, and what four shards behind xapian-tcpsrv cost: docs/scale-out.md has the figures.

usage: scale_benchmark.py BIN FOLDER [PASSAGES [ROUNDS]]    BIN has furat-index and furat-search

Makes archives of PASSAGES (1,000,000) and a tenth of them, their indexes and four shards of the large one in FOLDER, each
unless it is there: some 40 processor minutes and 12 GB. What making them took is kept in FOLDER/made.json. Then asks 200
queries in three ways of the small index, the large one and its shards, by turns, each through one process of
`furat-search serve` that has been asked all of them before, and compares every answer of the shards with that of the
large index. Prints one JSON object; exit status 1 if a bar is missed.
"""
import contextlib
import http.client
import json
import pathlib
import re
import statistics
import sys
import time

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import measuring
import processor_time
import redealt_archive
import search_benchmark
from serve_process import start_serving
from shard_servers import ShardServer, differences

ARTICLES = pathlib.Path(__file__).resolve().parents[2] / "corpus" / "articles"
SHARDS, FACETS = 4, "place,actor,date"
BARS = {"differences": 0, "indexing a passage, large/small": 1.25, "p95 with facets, large/small": 8,
        "median with facets, shards/large": 1.6}


def made(folder, name, what, command):
    """Runs the command unless its result is there; what it took is kept."""
    file = folder / "made.json"
    known = json.loads(file.read_text()) if file.exists() else {}
    if name in known and what.exists():
        return known[name]
    print(*command, file=sys.stderr)
    milliseconds, usage = measuring.run_once(command, output=True)
    known[name] = {"seconds": round(milliseconds / 1000, 1), "cpu_seconds": round(usage.ru_utime + usage.ru_stime, 1),
                   "peak_mb": usage.ru_maxrss // 1024}
    file.write_text(json.dumps(known, indent=1))
    return known[name]


def make_all(binaries, folder, passages):
    """Indexes by name, the folders of the shards, and what it took to make them."""
    sizes = {"small": passages // 10, "large": passages}
    indexes, report = {}, {}
    for name, count in sizes.items():
        archive, index = folder / f"{name}.jsonl", folder / name
        if not archive.exists():
            redealt_archive.make_archive(archive, ARTICLES, count)
        took = made(folder, f"build {name}", index, [binaries / "furat-index", "build", archive, "--index", index])
        report[f"build {name}"] = took | {"passages": count, "cpu_us_a_passage": round(1e6 * took["cpu_seconds"] / count),
                                          "index_bytes_a_passage": round(measuring.size_of(index) / count)}
        indexes[name] = index
    shards = [folder / f"shard{number}" for number in range(1, SHARDS + 1)]
    took = made(folder, "distribute", shards[-1],
                [binaries / "furat-index", "distribute", "--index", indexes["large"], *shards])
    size = sum(measuring.size_of(shard) for shard in shards)
    report["distribute"] = took | {"cpu_us_a_passage": round(1e6 * took["cpu_seconds"] / passages),
                                   "shard_bytes_a_passage": round(size / passages)}
    return indexes, shards, report


def processes_below(pid):
    """With their own children."""
    found = [pid]
    for task in pathlib.Path(f"/proc/{pid}/task").glob("*/children"):
        for child in task.read_text().split():
            found += processes_below(int(child))
    return found


def cpu_seconds(pid):
    """That a process and its children have used, those that ended too."""
    return sum(processor_time.cpu_seconds(each, with_ended_children=True) for each in processes_below(pid))


def private_mb(pid):
    """Memory of a process and its children that is theirs alone: without the files that they read."""
    found = (re.findall(r"^Private_\w+:\s+(\d+) kB", pathlib.Path(f"/proc/{each}/smaps_rollup").read_text(), re.M)
             for each in processes_below(pid))
    return round(sum(int(value) for values in found for value in values) / 1024)


class Asked:
    """A `furat-search serve` and one connection to it."""

    def __init__(self, stack, binaries, indexes):
        command = [binaries / "furat-search", "serve", "--request-timeout", "60s"]
        for index in indexes:
            command += ["--index", str(index)]
        begun = time.monotonic()
        process, port = start_serving(command)
        self.ready_seconds = round(time.monotonic() - begun, 2)
        self.process = stack.enter_context(process)
        stack.callback(self.process.terminate)
        self.connection, self.last = http.client.HTTPConnection("127.0.0.1", port, timeout=120), 0.0

    def get(self, target):
        """Milliseconds and the answer."""
        if time.monotonic() - self.last > 5:  # the server ends idle connections
            self.connection.close()
            self.connection.connect()
        begun = time.perf_counter()
        self.connection.request("GET", target)
        response = self.connection.getresponse()
        body = response.read()
        elapsed = 1000 * (time.perf_counter() - begun)
        self.last = time.monotonic()
        if response.status != 200:
            raise RuntimeError(f"{target}: {response.status} {body[:300]}")
        return elapsed, body


def served(stack, shards):
    """Stock servers of the shards: (process, address) of each."""
    servers = [ShardServer() for _ in shards]
    for server, shard in zip(servers, shards):
        stack.callback(server.kill)
        server.start(shard / "served")
    return [(server.process, server.address) for server in servers]


def target(query, more=()):
    return search_benchmark.target(query, [("facets", FACETS), *more])


def drilled(number, row, answer):
    """The query with a value of one of its facets selected, which still counts the others; by turns of each facet."""
    facets = answer["facets"]
    for dimension in (("place", "actor", "date")[(number + step) % 3] for step in range(3)):
        values = [value for value in facets[dimension]["values"] if value["id"] != row[2]]
        if values and not (dimension == "place" and row[2]):
            chosen = values[number % min(3, len(values))]["id"]
            return target(row, [(dimension, chosen)])
    return target(row)


def targets_of(large, rows):
    """Of each query: with facets, with a value of a facet selected, with a filter by date."""
    asked = {"facets": [target(row) for row in rows], "drill-sideways": [], "filter by date": []}
    for number, row in enumerate(rows):
        answer = json.loads(large.get(asked["facets"][number])[1])
        asked["drill-sideways"].append(drilled(number, row, answer))
        year = redealt_archive.FIRST_YEAR + number % redealt_archive.YEARS
        asked["filter by date"].append(target(row, [("date", f"{year}-03..{year + 1}-02")]))
    return asked


def compare(large, shards, asked):
    found, selected, hits = [], 0, 0
    for way, targets in asked.items():
        for each in targets:
            one, other = (json.loads(server.get(each)[1]) for server in (large, shards))
            hits += len(one["hits"])
            selected += sum(len(facet["values"]) > 1 for facet in one["facets"].values()) if way == "drill-sideways" else 0
            different = differences(one, other)
            if different:
                found.append({"target": each, "differences": different[:5]})
    if hits < len(asked["facets"]) or selected < len(asked["facets"]):
        raise RuntimeError("the answers have next to nothing that could differ")
    return found


def spread(times):
    return {"p50": round(statistics.median(times), 2), "p95": round(measuring.percentile(times, 0.95), 2),
            "mean": round(statistics.fmean(times), 2)}


def measure(servers, processes, asked, rounds):
    """Milliseconds of each way and server, where the time of a query is the least of its rounds, and those of processors,
    which other work on the machine disturbs less. `processes`: those that work for a server."""
    report = {}
    for way, targets in asked.items():
        times = {name: [] for name in servers}
        before = {name: sum(map(cpu_seconds, processes[name])) for name in servers}
        for each in targets:
            of_target = {name: [] for name in servers}
            for _ in range(rounds):
                for name, server in servers.items():
                    of_target[name].append(server.get(each)[0])
            for name, row in of_target.items():
                times[name].append(min(row))
        report[way] = {name: spread(row) for name, row in times.items()}
        for name, row in report[way].items():
            used = sum(map(cpu_seconds, processes[name])) - before[name]
            row["cpu"] = round(1000 * used / (rounds * len(targets)), 2)
    return report


def ask_all(binaries, folder, indexes, shards, rounds):
    queries = folder / "queries.tsv"
    if not queries.exists():
        search_benchmark.make_queries(queries, ARTICLES, search_benchmark.frequent_places(binaries, indexes["small"]))
    rows = search_benchmark.read_queries(queries)
    with contextlib.ExitStack() as stack:
        tcp = served(stack, shards)
        servers = {"small": Asked(stack, binaries, [indexes["small"]]), "large": Asked(stack, binaries, [indexes["large"]]),
                   "shards": Asked(stack, binaries, [address for _, address in tcp])}
        asked = targets_of(servers["large"], rows)
        report = {"queries": len(rows), "different": compare(servers["large"], servers["shards"], asked)}
        for targets in asked.values():  # the small one is asked all for the first time, too
            for each in targets:
                servers["small"].get(each)
        report["round trip of nothing, ms"] = spread([servers["small"].get("/healthz")[0] for _ in range(200)])
        processes = {name: [server.process.pid] for name, server in servers.items()}
        processes["shards"] += [process.pid for process, _ in tcp]
        report["milliseconds"] = measure(servers, processes, asked, rounds)
        report["ready_seconds"] = {name: server.ready_seconds for name, server in servers.items()}
        report["private_mb"] = {name: private_mb(server.process.pid) for name, server in servers.items()}
        report["private_mb"]["tcpsrv"] = [private_mb(process.pid) for process, _ in tcp]
    return report


def judged(report):
    times = report["milliseconds"]["facets"]
    measured = {"differences": len(report["different"]),
                "indexing a passage, large/small":
                    report["made"]["build large"]["cpu_us_a_passage"] / report["made"]["build small"]["cpu_us_a_passage"],
                "p95 with facets, large/small": times["large"]["p95"] / times["small"]["p95"],
                "median with facets, shards/large": times["shards"]["p50"] / times["large"]["p50"]}
    report["cpu with facets, shards/large"] = round(times["shards"]["cpu"] / times["large"]["cpu"], 3)
    return {name: {"measured": round(measured[name], 3), "bar": bar, "met": measured[name] <= bar} for name, bar in BARS.items()}


def main():
    if len(sys.argv) not in (3, 4, 5):
        sys.exit(__doc__)
    binaries, folder = map(pathlib.Path, sys.argv[1:3])
    passages = int(sys.argv[3]) if len(sys.argv) > 3 else 1_000_000
    folder.mkdir(parents=True, exist_ok=True)
    indexes, shards, report = make_all(binaries, folder, passages)
    report = {"made": report} | ask_all(binaries, folder, indexes, shards, int(sys.argv[4]) if len(sys.argv) > 4 else 3)
    report["bars"] = judged(report)
    print(json.dumps(report, indent=1, ensure_ascii=False))
    sys.exit(0 if all(bar["met"] for bar in report["bars"].values()) else 1)


if __name__ == "__main__":
    main()

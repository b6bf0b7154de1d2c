#!/usr/bin/env python3
"""What HTTP costs: the rate of `furat-search serve` under wrk beside that of the library, by turns on the same machine.
Where other programs disturb the rates, look at the processor time of one search, without that of wrk.

usage: serve_benchmark.py BIN INDEX QUERIES [ROUNDS]    BIN has furat-search and furat-search-rate
(scripts/build release furat-search benchmarks).
QUERIES is that of search_cost.cpp. Each is asked with and without facets. Prints one JSON object.
"""
import json
import pathlib
import statistics
import subprocess
import sys
import tempfile
import urllib.request

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "support"))
import search_benchmark
from processor_time import cpu_seconds
from serve_process import start_serving

CLIENTS, SECONDS = 8, 10
WAYS = {"hits": [], "hits and facets": [("facets", "place,actor,date")]}


def of_library(binaries, index, targets):
    command = [binaries / "furat-search-rate", index, targets, str(CLIENTS), str(SECONDS)]
    return json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def warm(url, targets):
    """Asks each once: what is kept for the next search is there."""
    for line in pathlib.Path(targets).read_text(encoding="utf-8").split():
        urllib.request.urlopen(url + line).read()


def of_server(binaries, index, targets):
    server, port = start_serving([binaries / "furat-search", "serve", "--index", index])
    with server:
        try:
            url = f"http://127.0.0.1:{port}"
            script = pathlib.Path(__file__).with_name("targets.lua")
            wrk = ["wrk", "-t2", f"-c{CLIENTS}", f"-d{SECONDS}s", "-s", script, url, "--", targets]
            warm(url, targets)
            before = cpu_seconds(server.pid)
            report = json.loads(subprocess.run(wrk, capture_output=True, text=True, check=True).stdout.splitlines()[-1])
            return report | {"cpu_ms": 1000 * (cpu_seconds(server.pid) - before) / (report["rate"] * SECONDS)}
        finally:
            server.terminate()


def measured(binaries, index, queries, rounds):
    report = {}
    for way, parameters in WAYS.items():
        with tempfile.NamedTemporaryFile("w", suffix=".txt") as targets:
            targets.writelines(search_benchmark.target(query, parameters) + "\n"
                               for query in search_benchmark.read_queries(pathlib.Path(queries)))
            targets.flush()
            runs = [(of_library(binaries, index, targets.name), of_server(binaries, index, targets.name))
                    for _ in range(rounds)]
        report[way] = {"library": [library for library, _ in runs], "http": [http for _, http in runs],
                       "rate http/library": statistics.median(http["rate"] / library["rate"] for library, http in runs),
                       "cpu library/http": statistics.median(library["cpu_ms"] / http["cpu_ms"] for library, http in runs),
                       "p99/p50": statistics.median(http["p99_ms"] / http["p50_ms"] for _, http in runs)}
    return report


def main():
    if len(sys.argv) not in (4, 5):
        sys.exit(__doc__)
    rounds = int(sys.argv[4]) if len(sys.argv) == 5 else 3
    print(json.dumps(measured(pathlib.Path(sys.argv[1]), *sys.argv[2:4], rounds), indent=1))


if __name__ == "__main__":
    main()

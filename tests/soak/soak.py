"""A writer, eight readers and an HTTP server on one index, for an hour: no answer fails or is wrong, memory and
descriptors stay what they are, and old generations go.

usage: soak.py BIN LIBRARIES SOURCE [--minutes M] [--samples FILE]     scripts/soak builds and runs it

The writer adds, changes and removes articles of a word of their own; of every generation it knows how many have it. The
readers are processes that hold one Searcher each, through the C interface; the server is asked by two clients, over new
connections and kept ones. Each answer is compared with what its generation has. Exit status 0 if all was well.
"""
import argparse
import json
import multiprocessing
import os
import pathlib
import shutil
import sys
import tempfile
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent / "cli"))

from asking import asking_api, asking_library
from footprint import Footprints
from serving import Server
from writing import Writer

READERS = 8
CLIENTS = 2
BETWEEN_UPDATES = 5  # seconds
BETWEEN_SAMPLES = 10


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("bin", type=pathlib.Path, help="the folder of furat-index and furat-search")
    parser.add_argument("libraries", type=pathlib.Path, help="the folder of libfurat_searcher.so")
    parser.add_argument("source", type=pathlib.Path, help="the source tree, for its sample archive")
    parser.add_argument("--minutes", type=float, default=60, help="how long (default: 60)")
    parser.add_argument("--samples", type=pathlib.Path, help="memory and descriptors every ten seconds, as TSV")
    return parser.parse_args()


class Soak:
    """All that runs beside each other, from start to verdict."""

    def __init__(self, given, folder):
        self.given = given
        self.writer = Writer(given.bin, given.source / "corpus/articles", folder)
        self.server = Server(self.writer.index, cwd=folder)
        self.stop = multiprocessing.Event()
        self.answers = multiprocessing.SimpleQueue()
        jobs = [(asking_library, (os.fspath(self.writer.index), seed)) for seed in range(READERS)]
        jobs += [(asking_api, (self.server.port, seed)) for seed in range(CLIENTS)]
        self.askers = [multiprocessing.Process(target=ask, args=(*given_to, self.stop, self.answers), daemon=True)
                       for ask, given_to in jobs]
        self.faults = []
        self.asked = 0

    def run(self):
        for asker in self.askers:
            asker.start()
        footprints = Footprints({"server": self.server.process.pid} | {
            f"reader {i + 1}": asker.pid for i, asker in enumerate(self.askers[:READERS])}, self.given.samples)
        end = time.monotonic() + 60 * self.given.minutes
        next_update = next_sample = time.monotonic()
        while (now := time.monotonic()) < end and not self.faults:
            if now >= next_update:
                self.writer.change()
                next_update = now + BETWEEN_UPDATES
            if now >= next_sample:
                footprints.sample(generations=self.writer.generations())
                next_sample = now + BETWEEN_SAMPLES
            self.check_answers()
            time.sleep(0.05)
        self.finish()
        return self.faults + footprints.growth()

    def check_answers(self):
        while not self.answers.empty():
            who, count, seen, faults = self.answers.get()
            self.asked += count
            self.faults += [f"{who}: {fault}" for fault in faults]
            for generation, total in seen:
                # The answer may have come before the writer's command had ended.
                expected = self.writer.expected.get(generation)
                if expected is None:
                    self.writer.unnamed.append((generation, total))
                elif expected != total:
                    self.faults.append(f"{who}: {generation} has {expected} passages of the word, the answer says {total}")

    def finish(self):
        self.stop.set()
        for asker in self.askers:
            while asker.is_alive():
                self.check_answers()
                asker.join(0.1)
            if asker.exitcode != 0:
                self.faults.append(f"{asker.name} ended with exit code {asker.exitcode}")
        self.check_answers()
        self.faults += self.writer.wrong_answers()
        code, messages = self.server.stopped()
        if code != 0 or messages:
            self.faults.append(f"the server ended with exit code {code}: {messages}")


def main():
    given = arguments()
    os.environ |= {"FURAT_BIN": os.fspath(given.bin.resolve()), "FURAT_SOURCE_DIR": os.fspath(given.source.resolve()),
                   "FURAT_LIBRARIES": os.fspath(given.libraries.resolve())}
    folder = pathlib.Path(tempfile.mkdtemp(prefix="furat-soak-"))
    try:
        soak = Soak(given, folder)
        faults = soak.run()
    finally:
        shutil.rmtree(folder)
    print(json.dumps({"minutes": given.minutes, "answers": soak.asked, "generations": len(soak.writer.expected),
                      "faults": len(faults)}))
    for fault in faults[:20]:
        print(f"soak: {fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

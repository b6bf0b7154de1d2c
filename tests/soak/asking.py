"""Those who ask in a soak: through the library, one Searcher for all the time, and over HTTP."""
import contextlib
import http.client
import json
import pathlib
import random
import sys
import time
import urllib.parse

from writing import WORD

sys.path.append(str(pathlib.Path(__file__).resolve().parent.parent.parent / "docs/examples"))

PAUSE = 0.05  # seconds between two questions of one asker
REPORTED = 50  # answers at a time
FACETS = ["place", "actor", "date"]
QUERIES = ["isis", "deir ez-zor", "الرقة", '"oil field"', "siege AND airlift", "mayadin NEAR/5 army", "may*din", "convoy -army", "rakka"]


class Answers:
    """What one asker saw since it last said so."""

    def __init__(self, who, queue):
        self.who, self.queue = who, queue
        self.clear()

    def clear(self):
        self.count, self.seen, self.faults = 0, set(), []

    def take(self, ask):
        """Counts what `ask` gives: the generation and number of passages of WORD, or None for another question."""
        try:
            told = ask()
        except Exception as error:  # whatever it is, it is a fault of the soak, and told
            self.faults.append(repr(error))
            told = None
        self.count += 1
        if told:
            self.seen.add(told)
        if self.count >= REPORTED or self.faults:
            self.say()

    def say(self):
        self.queue.put((self.who, self.count, sorted(self.seen), self.faults))
        self.clear()


def told_by(answer):
    if sorted(answer["facets"]) != sorted(FACETS):
        raise AssertionError(f"asked for {FACETS}, the answer has {sorted(answer['facets'])}")
    return answer["generation"], answer["total_passages"]


def asking_library(index, seed, stop, queue):
    from furat_ctypes import Searcher
    chance, answers = random.Random(seed), Answers(f"reader {seed + 1}", queue)
    with Searcher(index) as searcher:
        def marked():
            return told_by(searcher.search(query=WORD, facets=FACETS))

        def other():
            query = chance.choice(QUERIES)
            if chance.random() < 0.2:
                searcher.timeline(search={"query": query}, by="month")
            else:
                searcher.search(query=query, facets=FACETS, limit=20)

        while not stop.is_set():
            answers.take(chance.choice([marked, other]))
            time.sleep(PAUSE)
    answers.say()


def asking_api(port, seed, stop, queue):
    chance, answers = random.Random(100 + seed), Answers(f"client {seed + 1}", queue)
    kept = http.client.HTTPConnection("127.0.0.1", port, timeout=60)

    def get(path, **parameters):
        target = f"{path}?{urllib.parse.urlencode(parameters)}"
        own = chance.random() < 0.5
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60) if own else kept
        with contextlib.closing(connection) if own else contextlib.nullcontext():
            connection.request("GET", target)
            response = connection.getresponse()
            body = response.read()
        if response.status != 200:
            raise AssertionError(f"{response.status} for {target}: {body[:300]!r}")
        return body

    def marked():
        return told_by(json.loads(get("/api/search", q=WORD, facets=",".join(FACETS))))

    def other():
        path, name = chance.choice([("/api/search", "q"), ("/api/timeline", "q"), ("/api/suggest", "prefix")])
        get(path, **{name: chance.choice(QUERIES)})

    def page():
        get(chance.choice(["/", "/healthz", "/metrics"]))

    while not stop.is_set():
        answers.take(chance.choice([marked, marked, other, page]))
        time.sleep(PAUSE)
    kept.close()
    answers.say()

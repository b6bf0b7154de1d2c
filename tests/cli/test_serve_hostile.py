"""furat-search serve under hostile clients: it neither crashes, nor hangs, nor grows."""
import collections
import concurrent.futures
import contextlib
import json
import random
import socket
import threading
import time
import unittest
import urllib.parse

from serving import Server, status_of
from support import SLOWER, SampleIndexTest

REQUESTS, WORKERS, ROUNDS = 20_000, 6, 10
SLOW_CLIENTS = 12
ROUTES = ("search", "facets", "timeline", "pivot", "actors", "places", "suggest", "passages/mayadin-taken.txt%231",
          "passages/mayadin-taken.txt%231/why", "passages/x/similar", "articles/mayadin-taken.txt", "index")
PARAMETERS = ("q", "place", "not-actor", "date", "published", "limit", "offset", "facets", "facet-limit", "sort", "group",
              "near", "within", "bbox", "rows", "columns", "dimension", "text", "prefix", "format", "plain", "timeout",
              "unique", "date-mode", "place-roles", "now", "explain", "by", "name", "spellings", "context")
VALUES = ("siege", "Raqqa", "2017", "2017-99", "-1", "all", "99999999999999999999", "true", "place", "actor", "json", "csv",
          "geojson", "(((((((", '"a b" NEAR/3 c*', "a* b* c*", "NOT", "دير الزور", "\u202e\u0000", "ﷺ" * 30, "0,0,0,0",
          "34.0,38.0", "50km", "a OR " * 300, "%s%n", "../../etc/passwd", "\x00", "\xff", "1" * 2000)
SOUND = (("facets", "place,actor,date,kind"), ("facet-limit", "0"), ("limit", "100"), ("sort", "date"), ("place", "Raqqa"),
         ("date", "2017"), ("unique", "true"), ("group", "article"), ("format", "geojson"), ("not-actor", "SDF"))
FIELDS = (b"Host", b"Connection", b"Content-Length", b"Transfer-Encoding", b"Range", b"Expect", b"If-None-Match",
          b"Accept-Encoding", b"Content-Encoding", b"Content-Type", b"Authorization", b"Upgrade", b"X", b"Cookie")
FIELD_VALUES = (b"localhost", b"evil.example", b"close", b"keep-alive", b"0", b"5", b"-1", b"18446744073709551616", b"chunked",
                b"gzip", b"br", b"bytes=0-", b"bytes=" + b"0-0," * 900, b"100-continue", b"*", b"application/json",
                b"multipart/form-data; boundary=x", b"\x00", b"a\rb", b"\xff" * 40, b"Bearer x", b"x" * 9000)

STATUSES = {0, 100, 200, 304, 400, 404, 405, 408, 411, 413, 414, 415, 417, 421, 431, 499, 503, 504, 505}  # 0: none


class Attacker:
    """Makes requests that no client should send; the same for the same seed."""

    def __init__(self, seed):
        self.chance = random.Random(seed)

    def target(self):
        pick = self.chance.choice
        path = "/api/" + pick(ROUTES)
        pairs = [(pick(PARAMETERS), pick(VALUES)) for _ in range(self.chance.randrange(5))]
        if self.chance.random() < 0.4:  # a search that goes through, of something odd
            path, pairs = "/api/search", [("q", pick(VALUES)), ("plain", "true"), ("match", "any"), *self.chance.sample(SOUND, 3)]
        target = path + "?" + urllib.parse.urlencode(pairs)
        if self.chance.random() < 0.2:
            at = self.chance.randrange(len(target))
            target = target[:at] + pick(("%", "%0", "%00", "..", "//", "\\", "#", "?", "é", "&&==")) + target[at:]
        return target.encode("utf-8", "surrogatepass")

    def fields(self):
        lines = [b"Host: localhost"] if self.chance.random() < 0.9 else []
        for _ in range(self.chance.choice((0, 0, 1, 2))):
            lines.append(self.chance.choice(FIELDS) + b": " + self.chance.choice(FIELD_VALUES))
        return b"".join(line + b"\r\n" for line in lines)

    def body(self):
        request = {self.chance.choice(("query", "limit", "filters", "facets", "x", "sort")):
                   self.chance.choice(("siege", -1, 10, [], {}, None, [{"dimension": "place", "value": "Raqqa"}]))}
        text = json.dumps(request).encode()
        return self.chance.choice((text, text[:-1], b"[" * 2000, b"\xff\x00", b'{"query": "' + b"a" * 3000 + b'"}', b""))

    def mutated(self, request):
        data = bytearray(request)
        for _ in range(self.chance.randrange(1, 6)):
            data[self.chance.randrange(len(data))] = self.chance.randrange(256)
        return bytes(data)

    def request(self):
        get = b"GET " + self.target() + b" HTTP/1.1\r\n" + self.fields() + b"\r\n"
        kind = self.chance.randrange(10)
        if kind < 4:
            return get
        if kind == 4:
            return self.mutated(get)
        if kind == 5:
            return get[:self.chance.randrange(len(get))]
        if kind == 6:
            return self.chance.randbytes(self.chance.randrange(1, 3000))
        if kind == 7:
            return get * self.chance.randrange(2, 6)
        body = self.body()
        length = len(body) + self.chance.choice((0, 0, 0, -1, 1, 1000))
        return (b"POST /api/" + self.chance.choice((b"search", b"pivot", b"suggest", b"timeline?format=csv")) +
                b" HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: %d\r\n" % length +
                self.fields() + b"\r\n" + body)


class HostileTest(SampleIndexTest):
    def attack(self, server, seed, count):
        """The statuses of the answers; a client that is not answered in time is a failure."""
        attacker = Attacker(seed)
        statuses = []
        for _ in range(count):
            request = attacker.request()
            begin = time.monotonic()
            statuses.append(status_of(server.raw(request, wait=30)))
            self.assertLess(time.monotonic() - begin, 30, request[:200])
        return statuses

    def drip(self, server, seed, stop):
        """A byte at a time, or a request and nothing taken."""
        chance = random.Random(seed)
        while not stop.is_set():
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", server.port), timeout=5) as client:
                if chance.random() < 0.5:
                    client.sendall(50 * b"GET /api/search?limit=100 HTTP/1.1\r\nHost: localhost\r\n\r\n")
                    stop.wait(1)
                for byte in b"GET /api/search?q=siege HTTP/1.1\r\nHost: localhost\r\nX: " + 100 * b"x":
                    if stop.wait(0.05):
                        break
                    client.sendall(bytes([byte]))

    def test_twenty_thousand_hostile_requests(self):
        with Server(self.sample, "--client-timeout", "2s", "--request-timeout", "2s", cwd=self.shared) as server, \
                concurrent.futures.ThreadPoolExecutor(WORKERS + SLOW_CLIENTS) as threads:
            stop = threading.Event()
            slow = [threads.submit(self.drip, server, seed, stop) for seed in range(SLOW_CLIENTS)]
            statuses, memory = [], []
            try:
                for step in range(ROUNDS):
                    share = REQUESTS // (ROUNDS * WORKERS) + 1
                    attacks = [threads.submit(self.attack, server, step * WORKERS + worker, share)
                               for worker in range(WORKERS)]
                    for attack in attacks:
                        statuses += attack.result()
                    self.assertEqual(server.get("/healthz").status, 200)
                    memory.append(server.resident_kilobytes())
            finally:
                stop.set()
            for client in slow:
                client.result()
            self.assertGreaterEqual(len(statuses), REQUESTS)
            self.assertLessEqual(set(statuses), STATUSES)
            counts = collections.Counter(statuses)
            for status in (200, 400):
                self.assertGreater(counts[status], REQUESTS // (10 if SLOWER == 1 else 20), counts)
            # What is kept for the next request is there after the first rounds.
            self.assertLess(memory[-1], memory[ROUNDS // 2] * 1.05 + 2048, memory)
            deadline = time.monotonic() + 30
            while "furat_http_connections 1\n" not in server.get("/metrics").body.decode():
                self.assertLess(time.monotonic(), deadline, "connections are left")
                time.sleep(0.2)
            self.assertLess(server.descriptors(), 60)
            self.assertEqual(server.get("/api/search?q=siege").status, 200)
            self.assertEqual(server.stopped()[0], 0)


if __name__ == "__main__":
    unittest.main()

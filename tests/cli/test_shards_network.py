#!/usr/bin/env python3
"""Four shards in four network namespaces, of which one is killed, silent, slow or older than the others; and servers that
are killed and started again while a thousand searches run. Every answer is complete, or names the shard that is missing,
or is an error that says so, and comes in time.

Needs root, iproute2 and a kernel with network namespaces: otherwise exit status 77, which ctest shows as skipped.
"""
import concurrent.futures
import contextlib
import itertools
import json
import random
import shutil
import sys
import threading
import time
import unittest

import serving
import support
import shard_network  # behind support, which knows the folder of what it imports
from sample_shards import SampleShardsTest
from shard_servers import PARTIAL, cluster_file, differences

SEARCHES, CLIENTS, SEED = 1000, 4, 20261123
DEADLINE = 15.0  # seconds: of each request below; beyond what a busy machine makes of a search that takes 10 ms
LATE = 2.5      # what a busy machine may take to start a program or to hand over an answer that is there
FACETS = "place,actor,date"
QUERIES = ["bridge", "deir ezzor bridge", "raqqa AND (airstrike OR shelling)", '"civil defence" OR convoy', "aid NEAR/5 convoy",
           "town NOT raqqa", "refug* camp", "دير الزور", "islamic state", "siege water", "dam", "displaced families"]
LIMITS = {"timeout_ms": 700, "connect_timeout_ms": 400}
EXIT_UNREACHABLE = 2


class NetworkTest(SampleShardsTest):
    maxDiff = 2000

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.machines = []
        for number in range(cls.shard_count):
            cls.machines.append(shard_network.Machine(number))
            cls.addClassCleanup(cls.machines[-1].close)

    def setUp(self):
        super().setUp()
        for machine, shard in zip(self.machines, self.shards):
            self.addCleanup(machine.heal)
            self.addCleanup(machine.kill)
            machine.serve(shard)

    def cluster(self, **settings):
        return cluster_file(self.folder / "cluster.toml", [[machine.address] for machine in self.machines], **LIMITS | settings)

    def search(self, *arguments):
        """Outcome of furat-search, which must end in time."""
        begun = time.monotonic()
        done = super().search("--timeout", f"{DEADLINE:.0f}s", *arguments)
        self.assertLess(time.monotonic() - begun, DEADLINE + LATE, arguments)
        return done

    def answer(self, query, *indexes):
        outcome = self.search(*(part for index in indexes for part in ("--index", index)), "--facets", FACETS,
                              "--format", "json", "--", query)
        self.assertIn(outcome.code, (0, 1), outcome.messages)
        return outcome.json

    def assert_complete(self, answer, query, *indexes):
        """Equal to that of one index, or of folders."""
        self.assertEqual(answer["missing_shards"], [])
        self.assertEqual(differences(answer, self.answer(query, *(indexes or [self.whole]))), [])

    def assert_without(self, answer, number, query):
        """Names the shard, and is what the others hold."""
        self.assertEqual(answer["missing_shards"], [f"part {number}"])
        rest = self.answer(query, *(shard for i, shard in enumerate(self.shards) if i != number))
        self.assertEqual(differences(answer, rest, PARTIAL), [])

    def assert_strict_refuses(self, number, query):
        self.assert_fails(self.search("--index", self.cluster(), "--strict", "--", query), EXIT_UNREACHABLE, f"part {number}")


class FaultsTest(NetworkTest):
    def test_machines_that_are_well_answer_as_one_index(self):
        for query in QUERIES:
            with self.subTest(query=query):
                self.assert_complete(self.answer(query, self.cluster()), query)
        outcome = self.search("--index", self.cluster(), "--strict", "bridge")
        self.assertEqual(outcome.code, 0, outcome.messages)

    def test_a_server_that_was_killed_is_named(self):
        self.machines[1].kill()
        for query in QUERIES[:4]:
            self.assert_without(self.answer(query, self.cluster()), 1, query)
        self.assert_strict_refuses(1, "bridge")

    def test_a_machine_that_is_silent_is_named_in_time(self):
        self.machines[2].silence()
        for query in QUERIES[:3]:
            self.assert_without(self.answer(query, self.cluster()), 2, query)
        self.assert_strict_refuses(2, "bridge")

    def test_a_silent_machine_is_named_within_the_deadline_whatever_the_limits_of_servers(self):
        self.machines[2].silence()
        cluster = self.cluster(timeout_ms=60_000, connect_timeout_ms=60_000)
        self.assert_without(self.answer("bridge", cluster), 2, "bridge")

    def test_a_slow_machine_is_waited_for_within_its_limit(self):
        self.machines[3].slow("4mbit")
        cluster = self.cluster(timeout_ms=4000)
        for query in QUERIES[:3]:
            self.assert_complete(self.answer(query, cluster), query)

    def test_a_machine_that_is_too_slow_is_named_in_time(self):
        self.machines[3].slow("8kbit")
        for query in QUERIES[:2]:
            self.assert_without(self.answer(query, self.cluster()), 3, query)
        self.assert_strict_refuses(3, "bridge")


class OlderShardTest(NetworkTest):
    @classmethod
    def make_whole(cls):
        """Of articles that may be changed."""
        cls.articles = cls.shared / "articles"
        shutil.copytree(support.sample_articles(), cls.articles)
        cls.change_whole("build", cls.articles)

    def test_a_shard_of_an_older_generation_is_searched_as_it_is_and_nothing_is_mixed_up(self):
        old = self.folder / "old"
        shutil.copytree(self.shards[3], old)
        words = sorted({word for file in sorted(self.articles.glob("*.txt")) for word in file.read_text("utf-8", "replace").split()})
        for number in range(24):  # no copies of each other; sorted before, between and behind the others
            dealt = " ".join(random.Random(number).sample(words, 20 + number))
            text = f"Bridge {number}\n\nThe bridge of Newtown near Raqqa, {1 + number} May 2017: {dealt}.\n"
            (self.articles / f"{'amz'[number % 3]}-new-{number}.txt").write_text(text, encoding="utf-8")
        self.change_whole("update")
        self.change_whole("distribute", *self.shards)
        unseen = self.articles_of(self.shards[3]) - self.articles_of(old)
        self.assertTrue(0 < len(unseen) < 24, unseen)
        mixed = self.shared / "mixed"  # as far from the articles as `whole`
        shutil.copytree(self.whole, mixed)
        removed = self.index("remove", "--index", mixed, *sorted(unseen))
        self.assertEqual(removed.code, 0, removed.messages)
        for number, shard in enumerate([*self.shards[:3], old]):
            self.machines[number].kill()
            self.machines[number].serve(shard)
        for query in [*QUERIES, "newtown"]:
            with self.subTest(query=query):
                answer = self.answer(query, self.cluster())
                self.assertEqual((answer["missing_shards"], answer["stale_shards"]), ([], ["part 3"]))
                self.assertIn("the shard part 3 is older than others", answer["notes"][-1])
                self.assertEqual(differences(answer, self.answer(query, mixed), PARTIAL), [])

    def articles_of(self, index):
        rows = self.search("--index", index, "--format", "jsonl", "--limit", "all").rows
        return {row["article"]["id"] for row in rows if "article" in row}


@contextlib.contextmanager
def serving_cluster(test, *options, **settings):
    with serving.Server(test.cluster(**settings), "--request-timeout", f"{DEADLINE:.0f}s", *options, cwd=test.folder) as server:
        yield server


class Client:
    """Asks a running server; no answer may come after its deadline."""

    def __init__(self, test, server):
        self.test, self.server, self.took = test, server, []  # seconds of each answer

    def get(self, query):
        """Status and answer."""
        begun = time.monotonic()
        reply = self.server.get("/api/search", ("q", query), ("facets", FACETS))
        self.took.append(time.monotonic() - begun)
        self.test.assertLess(self.took[-1], DEADLINE + LATE, query)
        return reply.status, json.loads(reply.body)


class RunningServerTest(NetworkTest):
    def test_a_machine_that_falls_silent_while_it_is_asked_is_named_and_comes_back(self):
        with serving_cluster(self) as server:
            client = Client(self, server)
            self.assert_complete(client.get("bridge")[1], "bridge")
            self.machines[0].silence()
            self.assert_without(client.get("dam")[1], 0, "dam")
            self.machines[0].heal()
            limit = time.monotonic() + 60
            while (answer := client.get("dam")[1])["missing_shards"]:
                self.assertLess(time.monotonic(), limit, "the shard is there again, and never asked")
                time.sleep(0.2)
            self.assert_complete(answer, "dam")

    def test_a_thousand_searches_while_servers_are_killed_and_started_again(self):
        expected = {}
        for query in QUERIES:
            expected[query, ()] = self.answer(query, self.whole)
        with serving_cluster(self) as server:
            answers = self.asked_while_killing(Client(self, server))
            if any(status != 200 for _, status, _ in answers):
                print(server.stopped()[1], file=sys.stderr)
        kinds = {len(answer.get("missing_shards", ())) for _, _, answer in answers}
        self.assertGreaterEqual(kinds, {0, 1}, "no server was missed, or none was there: nothing was tested")
        for query, status, answer in answers:
            self.assertEqual(status, 200, answer)
            missing = tuple(answer["missing_shards"])
            if (query, missing) not in expected:
                expected[query, missing] = self.answer(
                    query, *(shard for i, shard in enumerate(self.shards) if f"part {i}" not in missing))
            but = PARTIAL if missing else ("generation",)
            self.assertEqual(differences(answer, expected[query, missing], but), [], (query, missing))

    def test_strict_searches_while_servers_are_killed_are_complete_or_errors_that_name_the_shard(self):
        expected = {query: self.answer(query, self.whole) for query in QUERIES}
        with serving_cluster(self, "--strict") as server:
            answers = self.asked_while_killing(Client(self, server), SEARCHES // 2)
        self.assertGreater(sum(status == 200 for _, status, _ in answers), 0)
        self.assertGreater(sum(status != 200 for _, status, _ in answers), 0)
        for query, status, answer in answers:
            if status == 200:
                self.assertEqual(differences(answer, expected[query]), [])
            else:
                self.assertEqual(status, 503, answer)
                self.assertIn("part ", answer["error"]["message"])

    def asked_while_killing(self, client, searches=SEARCHES):
        """(query, status, answer) of each."""
        chance = random.Random(SEED)
        asked = [chance.choice(QUERIES) for _ in range(searches)]
        over = threading.Event()
        with concurrent.futures.ThreadPoolExecutor(CLIENTS + 1) as pool:
            killing = pool.submit(self.kill_and_start, over, random.Random(SEED + 1))
            begun = time.monotonic()

            def ask(numbered):
                number, query = numbered
                # Over a time in which servers come back several times, however fast the answers are.
                time.sleep(max(0.0, begun + number * 0.03 - time.monotonic()))
                return (query, *client.get(query))

            try:
                answers = list(pool.map(ask, enumerate(asked)))
            finally:
                over.set()
            kills = killing.result()
        self.assertGreater(kills, 3)
        counts = {kind: len(list(group)) for kind, group in
                  itertools.groupby(sorted((status, len(answer.get("missing_shards", ()))) for _, status, answer in answers))}
        print(f"{searches} searches, {kills} kills; (status, shards missing): {counts}; slowest {max(client.took):.1f} s", file=sys.stderr)
        return answers

    def kill_and_start(self, over, chance):
        """Kills a random server at a random moment and starts it a random time later, again and again."""
        kills = 0
        while not over.wait(chance.uniform(0.2, 2.0)):
            number = chance.randrange(self.shard_count)
            self.machines[number].kill()
            kills += 1
            over.wait(chance.uniform(0.05, 1.5))
            self.machines[number].serve(self.shards[number])
        return kills


if __name__ == "__main__":
    reason = shard_network.why_not()
    if reason:
        print(f"cannot run here: {reason}", file=sys.stderr)
        sys.exit(77)
    unittest.main()

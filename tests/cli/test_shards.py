#!/usr/bin/env python3
"""Shards behind stock xapian-tcpsrv servers: the same answers as one index; shards that are gone, slow or replaced."""
import contextlib
import socket
import threading
import time
import unittest

import serving
from sample_shards import SampleShardsTest
from shard_servers import PARTIAL, ShardServer, cluster_file, differences, free_port

FACETS = ["--facets", "place,actor,date,source,published,kind"]
QUERIES = ["", "bridge", "deir ezzor bridge", "raqqa AND (airstrike OR shelling)", '"civil defence" OR convoy',
           "aid NEAR/5 convoy", "town NOT raqqa", "refug* camp", "who controls the oil fields near deir ezzor?",
           "hospitl", "دير الزور", "islamc state"]
WAYS = [[], ["--sort", "date"], ["--sort", "published", "--group", "article", "--explain"],
        ["--unique", "--place", "sy", "--date", "2017"], ["--match", "any", "--limit", "30", "--offset", "20"]]


class Silent:
    """Takes connections and never says anything."""

    def __init__(self):
        self.socket = socket.create_server(("127.0.0.1", 0))
        self.address = f"tcp://127.0.0.1:{self.socket.getsockname()[1]}"
        self.taken = []
        threading.Thread(target=self.take, daemon=True).start()

    def take(self):
        with contextlib.suppress(OSError):
            while True:
                self.taken.append(self.socket.accept()[0])

    def close(self):
        for taken in [*self.taken, self.socket]:
            taken.close()


class ShardsTest(SampleShardsTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.servers = [ShardServer() for _ in cls.shards]
        for server, shard in zip(cls.servers, cls.shards):
            cls.addClassCleanup(server.kill)
            server.start(shard / "served")

    def indexes(self, addresses=None):
        return [part for address in addresses or [server.address for server in self.servers]
                for part in ("--index", address)]

    def cluster(self, addresses, **settings):
        """A cluster file of lists of addresses."""
        return ["--index", cluster_file(self.folder / "cluster.toml", addresses, **settings)]

    def answer(self, *arguments):
        """The JSON object of a search that must succeed."""
        outcome = self.search("--json", *arguments)
        self.assertIn(outcome.code, (0, 1), outcome.messages)
        return outcome.json

    def assert_as_whole(self, answer, *asked):
        """Equal to that of the one index."""
        self.assertEqual(differences(answer, self.answer("--index", self.whole, *asked)), [])

    def test_servers_answer_as_one_index(self):
        for query in QUERIES:
            for way in WAYS:
                with self.subTest(query=query, way=way):
                    asked = [*FACETS, *way, "--", query]
                    self.assert_as_whole(self.answer(*self.indexes(), *asked), *asked)

    def test_other_commands_answer_alike(self):
        key = self.answer("--index", self.whole, "bridge")["hits"][0]["passage"]
        json_please = ["--format", "json"]
        for command in (["timeline", *json_please, "bridge"], ["pivot", *json_please, "--rows", "place", "--columns", "month", "bridge"],
                        ["actors", *json_please], ["places", *json_please], ["show", *json_please, "--article", key],
                        ["why", *json_please, key], ["similar", *json_please, key], ["suggest", "dei"],
                        ["facet", *json_please, "place", "ra"]):
            with self.subTest(command=command):
                one, several = (self.search(*command, *index) for index in (["--index", self.whole], self.indexes()))
                self.assertEqual((several.code, several.messages), (0, ""))
                self.assertEqual(one.code, 0, one.messages)
                if "json" in command:
                    self.assertEqual(differences(several.json, one.json), [])
                else:
                    self.assertEqual(several.text, one.text)

    def test_folders_and_servers_go_together(self):
        mixed = self.indexes([self.shards[0], self.servers[1].address, self.shards[2], self.servers[3].address])
        asked = [*FACETS, "deir ezzor bridge"]
        self.assert_as_whole(self.answer(*mixed, *asked), *asked)

    def test_a_shard_that_is_gone_is_named(self):
        gone = f"tcp://127.0.0.1:{free_port()}"
        addresses = [[server.address] for server in self.servers[:3]] + [[gone]]
        found = self.answer(*self.cluster(addresses), *FACETS, "bridge")
        rest = self.answer(*self.indexes([server.address for server in self.servers[:3]]), *FACETS, "bridge")
        self.assertEqual(found["missing_shards"], ["part 3"])
        self.assertEqual(found["facets"], rest["facets"])
        self.assertEqual([hit["passage"] for hit in found["hits"]], [hit["passage"] for hit in rest["hits"]])
        shown = self.search(*self.cluster(addresses), "bridge")
        self.assertIn(shown.code, (0, 1), shown.messages)
        self.assertIn("the shard part 3 does not answer", shown.text.replace("\n", " "))
        suggested = self.search("suggest", *self.cluster(addresses), "--format", "json", "dei")
        self.assertEqual(suggested.json["missing_shards"], ["part 3"])
        suggested = self.search("suggest", *self.cluster(addresses), "dei")
        self.assertIn("the shard part 3 does not answer", suggested.messages)
        self.assert_fails(self.search(*self.cluster(addresses), "--strict", "bridge"), 2, "part 3")
        self.assert_fails(self.search("--index", gone, "bridge"), 2, "no shard answers")

    def test_a_passage_of_a_shard_that_is_gone_is_not_said_to_be_none(self):
        *rest, last = self.servers
        key = self.answer("--index", last.address)["hits"][0]["passage"]
        without_last = self.cluster([[server.address] for server in rest] + [[f"tcp://127.0.0.1:{free_port()}"]])
        for command in ("show", "why", "similar"):
            self.assert_fails(self.search(command, *without_last, key), 2, "part 3", "may be in a shard that is missing")

    def test_shards_that_are_named_nowhere_or_twice_are_told(self):
        partial = self.answer(*self.indexes(self.shards[:3]), "bridge")
        self.assertEqual(partial["missing_shards"], [f"shard 4 of 4 of {self.whole}"])
        self.assertIn("these are not named: 4", partial["notes"][0])
        self.assert_fails(self.search(*self.indexes(self.shards[:3]), "--strict", "bridge"), 2, "shard 4 of 4")
        alone = self.answer(*self.indexes(self.shards[:1]), "bridge")
        self.assertEqual(alone["missing_shards"], [])

        asked = [*FACETS, "bridge"]
        twice = self.answer(*self.indexes([*self.shards, self.servers[1].address]), *asked)
        self.assertEqual(twice["missing_shards"], [self.servers[1].address])
        self.assertIn(f"is shard 2 of 4 of {self.whole}, as {self.shards[1]} is", twice["notes"][0])
        self.assertEqual(differences(twice, self.answer("--index", self.whole, *asked), PARTIAL), [])

    def test_every_format_tells_of_a_shard_that_is_gone(self):
        """On standard error, where it has no place for notes itself."""
        gone = self.cluster([[server.address] for server in self.servers[:3]] + [[f"tcp://127.0.0.1:{free_port()}"]])
        queries = self.folder / "queries.tsv"
        queries.write_text("1\tbridge\n2\tsiege\n")
        for command in (["--count"], ["--format", "csv"], ["--format", "tsv"], ["--format", "trec"], ["--format", "jsonl"],
                        ["--format", "markdown"], ["--output", "files"], ["--output", "files", "-0"],
                        ["--output", "facets", "--format", "csv"], ["timeline", "--format", "csv"],
                        ["pivot", "--rows", "place", "--columns", "month", "--format", "csv"], ["places", "--format", "csv"],
                        ["facet", "--format", "tsv", "place", "raq"], ["batch", "--queries", str(queries)]):
            query = [] if command[0] in ("places", "facet", "batch") else ["bridge"]
            with self.subTest(command=command):
                done = self.search(*command, *gone, *query)
                self.assertEqual(done.code, 0, done.messages)
                self.assertEqual(done.messages.count("the shard part 3 does not answer"), 1, done.messages)

    def test_a_server_of_the_api_tells_of_a_shard_that_is_gone_in_any_format(self):
        cluster = self.cluster([[server.address] for server in self.servers[:3]] + [[f"tcp://127.0.0.1:{free_port()}"]])
        with serving.Server(cluster[1], cwd=self.folder) as server:
            for target in ("/api/search?q=bridge&format=csv", "/api/timeline?q=bridge&format=csv", "/api/places?format=csv"):
                self.assertEqual(server.get(target).headers["Furat-Missing-Shards"], "part%203", target)
            metrics = server.get("/metrics").body.decode()
            self.assertIn("\nfurat_missing_shards 1\n", metrics)
            self.assertIn("\nfurat_stale_shards 0\n", metrics)

    def test_a_bundle_of_one_index_is_proven_by_its_shards(self):
        bundle = self.folder / "bundle.json"
        self.answer("--index", self.whole, "--bundle", bundle, "--related", "always", "bridge siege")
        checked = self.search("check", *self.indexes(), "--bundle", bundle)
        self.assertEqual((checked.code, checked.text), (0, "the index gives the same answer\n"))

    def test_an_index_and_its_shards_are_counted_once(self):
        asked = [*FACETS, "bridge"]
        found = self.answer(*self.indexes([self.shards[0], self.whole]), *asked)
        self.assertEqual(found["missing_shards"], [str(self.shards[0])])
        self.assertIn("has no article that is not in", found["notes"][0])
        self.assertEqual(differences(found, self.answer("--index", self.whole, *asked), PARTIAL), [])

    def test_shards_of_another_distribution_are_not_counted_besides(self):
        self.change_whole("distribute", *(self.folder / f"of-3-{i}" for i in range(3)))
        mixed = [self.folder / "of-3-0", *self.shards[1:]]
        found = self.answer(*self.indexes(mixed), *FACETS, "bridge")
        self.assertEqual(found["missing_shards"], [str(shard) for shard in self.shards[1:]])
        self.assertIn("which is in 3 shards by now", found["notes"][0])
        alone = self.answer(*self.indexes(mixed[:1]), *FACETS, "bridge")
        self.assertEqual(differences(found, alone, PARTIAL), [])

    def test_a_replica_takes_over(self):
        addresses = [[f"tcp://127.0.0.1:{free_port()}", self.servers[0].address], *([s.address] for s in self.servers[1:])]
        asked = [*FACETS, "bridge"]
        self.assert_as_whole(self.answer(*self.cluster(addresses), *asked), *asked)

    def test_a_silent_shard_keeps_nobody_beyond_the_limit(self):
        silent = Silent()
        self.addCleanup(silent.close)
        addresses = [[server.address] for server in self.servers[:3]] + [[silent.address]]
        begun = time.monotonic()
        found = self.answer(*self.cluster(addresses, timeout_ms=300), "bridge")
        self.assertEqual(found["missing_shards"], ["part 3"])
        self.assertLess(time.monotonic() - begun, 5)

    def test_bad_addresses_and_files_are_told(self):
        for index in ("tcp://", "tcp://localhost:70000", "tcp://[]:1", "tcp://ho st:1", "http://localhost:1", "TCP://localhost:1"):
            self.assert_fails(self.search("--index", index, "bridge"), 2, "no address of a server: write tcp://HOST:PORT")
        for index in ("tcp://[::1]:1", "tcp://::1:1"):
            self.assert_fails(self.search("--index", index, "bridge"), 2, "xapian-tcpsrv knows IPv4 only")
        self.assert_fails(self.search("--index", "none.toml", "bridge"), 2, "there is no file none.toml")
        other_name = self.file("cluster.conf", '[[shard]]\nname = 7\n')
        self.assert_fails(self.search("--index", other_name, "bridge"), 2, f"{other_name}:1:")
        self.assert_fails(self.search("--index", self.file("articles.jsonl", "\n" * (2 << 20)), "bridge"), 2, "an index is a folder")
        for text, words in (("", "[[shard]]"), ("[[shard]]\nname = 3", ":1: a shard needs a name"),
                            ('[[shard]]\nname = "a"\n', "list of addresses"), ("shard = [", "cluster.toml:1:"),
                            ('colour = "red"\n', "there is no setting 'colour'")):
            with self.subTest(text=text):
                self.assert_fails(self.search("--index", self.file("cluster.toml", text), "bridge"), 2, words)

    def test_a_server_of_an_index_that_is_no_shard_is_told(self):
        plain = ShardServer()
        self.addCleanup(plain.kill)
        plain.start(next(self.whole.glob("gen-*")) / "passages")
        self.assert_fails(self.search("--index", plain.address, "bridge"), 2, "furat-index distribute")


if __name__ == "__main__":
    unittest.main()

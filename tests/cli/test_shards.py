#!/usr/bin/env python3
"""Shards behind stock xapian-tcpsrv servers: the same answers as one index; shards that are gone, slow or replaced."""
import contextlib
import json
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import threading
import time
import unittest

import support
from shard_servers import PARTIAL, ShardServer, comparable, free_port

SHARDS = 4
FACETS = ["--facets", "place,actor,date,source,published,kind"]
QUERIES = ["", "bridge", "deir ezzor bridge", "raqqa AND (airstrike OR shelling)", '"civil defence" OR convoy',
           "aid NEAR/5 convoy", "town NOT raqqa", "refug* camp", "who controls the oil fields near deir ezzor?",
           "hospitl", "دير الزور", "islamc state"]
WAYS = [[], ["--sort", "date"], ["--sort", "published", "--group", "article", "--explain"],
        ["--unique", "--place", "sy", "--date", "2017"], ["--match", "any", "--limit", "30", "--offset", "20"]]


def run(program, *arguments):
    return subprocess.run([support.program(program), *map(str, arguments)], capture_output=True, text=True,
                          timeout=support.TIME_LIMIT, env=support.clean_environment(), check=False)


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


def same(text):
    """Of an answer as JSON, what must be equal."""
    return comparable(json.loads(text))


class Shards(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(tempfile.mkdtemp(prefix="furat-shards-"))
        cls.whole = cls.folder / "whole"
        cls.shards = [cls.folder / f"shard-{i}" for i in range(SHARDS)]
        for arguments in (["build", support.sample_articles()], ["distribute", *cls.shards]):
            done = run("furat-index", *arguments, "--index", cls.whole)
            assert done.returncode == 0, done.stderr
        cls.servers = [ShardServer() for _ in cls.shards]
        for server, shard in zip(cls.servers, cls.shards):
            server.start(shard)

    @classmethod
    def tearDownClass(cls):
        for server in cls.servers:
            server.kill()
        shutil.rmtree(cls.folder)

    def indexes(self, addresses=None):
        return [part for address in addresses or [server.address for server in self.servers]
                for part in ("--index", str(address))]

    def cluster(self, addresses, **settings):
        """A cluster file of lists of addresses."""
        text = "".join(f"{key} = {value}\n" for key, value in settings.items())
        for i, of_shard in enumerate(addresses):
            text += f'[[shard]]\nname = "part {i}"\naddresses = {json.dumps([str(a) for a in of_shard])}\n'
        file = self.folder / "cluster.toml"
        file.write_text(text, encoding="utf-8")
        return ["--index", str(file)]

    def search(self, *arguments):
        done = run("furat-search", *arguments)
        self.assertIn(done.returncode, (0, 1), done.stderr)
        return done.stdout

    def test_servers_answer_as_one_index(self):
        for query in QUERIES:
            for way in WAYS:
                with self.subTest(query=query, way=way):
                    asked = [*FACETS, "--json", *way, "--", query]
                    self.assertEqual(same(self.search(*self.indexes(), *asked)),
                                     same(self.search("--index", self.whole, *asked)))

    def test_other_commands_answer_alike(self):
        key = json.loads(self.search("--index", self.whole, "--json", "bridge"))["hits"][0]["passage"]
        json_please = ["--format", "json"]
        for command in (["timeline", *json_please, "bridge"], ["pivot", *json_please, "--rows", "place", "--columns", "month", "bridge"],
                        ["actors", *json_please], ["places", *json_please], ["show", *json_please, "--article", key],
                        ["why", *json_please, key], ["similar", *json_please, key], ["suggest", "dei"],
                        ["facet", *json_please, "place", "ra"]):
            with self.subTest(command=command):
                one, several = (run("furat-search", *command, *index)
                                for index in (["--index", self.whole], self.indexes()))
                self.assertEqual((several.returncode, several.stderr), (0, ""))
                self.assertEqual(one.returncode, 0, one.stderr)
                if "json" in command:
                    self.assertEqual(same(several.stdout), same(one.stdout))
                else:
                    self.assertEqual(several.stdout, one.stdout)

    def test_folders_and_servers_go_together(self):
        mixed = self.indexes([self.shards[0], self.servers[1].address, self.shards[2], self.servers[3].address])
        asked = [*FACETS, "--json", "deir ezzor bridge"]
        self.assertEqual(same(self.search(*mixed, *asked)),
                         same(self.search("--index", self.whole, *asked)))

    def test_a_shard_that_is_gone_is_named(self):
        gone = f"tcp://127.0.0.1:{free_port()}"
        addresses = [[server.address] for server in self.servers[:3]] + [[gone]]
        found = json.loads(self.search(*self.cluster(addresses), *FACETS, "--json", "bridge"))
        rest = json.loads(self.search(*self.indexes([server.address for server in self.servers[:3]]), *FACETS, "--json",
                                      "bridge"))
        self.assertEqual(found["missing_shards"], ["part 3"])
        self.assertEqual(found["facets"], rest["facets"])
        self.assertEqual([hit["passage"] for hit in found["hits"]], [hit["passage"] for hit in rest["hits"]])
        self.assertIn("the shard part 3 does not answer", self.search(*self.cluster(addresses), "bridge").replace("\n", " "))
        suggested = run("furat-search", "suggest", *self.cluster(addresses), "--format", "json", "dei")
        self.assertEqual(json.loads(suggested.stdout)["missing_shards"], ["part 3"])
        suggested = run("furat-search", "suggest", *self.cluster(addresses), "dei")
        self.assertIn("the shard part 3 does not answer", suggested.stderr)
        strict = run("furat-search", *self.cluster(addresses), "--strict", "bridge")
        self.assertEqual(strict.returncode, 2)
        self.assertIn("part 3", strict.stderr)
        none = run("furat-search", "--index", gone, "bridge")
        self.assertEqual(none.returncode, 2)
        self.assertIn("no shard answers", none.stderr)

    def test_a_passage_of_a_shard_that_is_gone_is_not_said_to_be_none(self):
        *rest, last = self.servers
        key = json.loads(self.search("--index", last.address, "--json"))["hits"][0]["passage"]
        without_last = self.cluster([[server.address] for server in rest] + [[f"tcp://127.0.0.1:{free_port()}"]])
        for command in ("show", "why", "similar"):
            done = run("furat-search", command, *without_last, key)
            self.assertEqual(done.returncode, 2, done.stderr)
            self.assertIn("part 3", done.stderr)
            self.assertIn("may be in a shard that is missing", done.stderr)

    def test_shards_that_are_named_nowhere_or_twice_are_told(self):
        partial = json.loads(self.search(*self.indexes(self.shards[:3]), "--json", "bridge"))
        self.assertEqual(partial["missing_shards"], [f"shard 4 of 4 of {self.whole}"])
        self.assertIn("these are not named: 4", partial["notes"][0])
        strict = run("furat-search", *self.indexes(self.shards[:3]), "--strict", "bridge")
        self.assertEqual(strict.returncode, 2)
        self.assertIn("shard 4 of 4", strict.stderr)
        alone = json.loads(self.search(*self.indexes(self.shards[:1]), "--json", "bridge"))
        self.assertEqual(alone["missing_shards"], [])

        asked = [*FACETS, "--json", "bridge"]
        twice = json.loads(self.search(*self.indexes([*self.shards, self.servers[1].address]), *asked))
        self.assertEqual(twice["missing_shards"], [self.servers[1].address])
        self.assertIn(f"is shard 2 of 4 of {self.whole}, as {self.shards[1]} is", twice["notes"][0])
        self.assertEqual(comparable(twice, PARTIAL), comparable(json.loads(self.search("--index", self.whole, *asked)), PARTIAL))

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
                done = run("furat-search", *command, *gone, *query)
                self.assertEqual(done.returncode, 0, done.stderr)
                self.assertEqual(done.stderr.count("the shard part 3 does not answer"), 1, done.stderr)

    def test_a_bundle_of_one_index_is_proven_by_its_shards(self):
        bundle = self.folder / "bundle.json"
        self.search("--index", self.whole, "--bundle", str(bundle), "--related", "always", "bridge siege")
        self.assertIn("gives the same answer", self.search("check", *self.indexes(), "--bundle", str(bundle)))

    def test_an_index_and_its_shards_are_counted_once(self):
        asked = [*FACETS, "--json", "bridge"]
        found = json.loads(self.search(*self.indexes([self.shards[0], self.whole]), *asked))
        self.assertEqual(found["missing_shards"], [str(self.shards[0])])
        self.assertIn("has no article that is not in", found["notes"][0])
        self.assertEqual(comparable(found, PARTIAL), comparable(json.loads(self.search("--index", self.whole, *asked)), PARTIAL))

    def test_shards_of_another_distribution_are_not_counted_besides(self):
        done = run("furat-index", "distribute", "--index", self.whole, *(self.folder / f"of-3-{i}" for i in range(3)))
        self.assertEqual(done.returncode, 0, done.stderr)
        mixed = [self.folder / "of-3-0", *self.shards[1:]]
        found = json.loads(self.search(*self.indexes(mixed), *FACETS, "--json", "bridge"))
        self.assertEqual(found["missing_shards"], [str(shard) for shard in self.shards[1:]])
        self.assertIn("which is in 3 shards by now", found["notes"][0])
        alone = json.loads(self.search(*self.indexes(mixed[:1]), *FACETS, "--json", "bridge"))
        self.assertEqual(comparable(found, PARTIAL), comparable(alone, PARTIAL))

    def test_a_replica_takes_over(self):
        addresses = [[f"tcp://127.0.0.1:{free_port()}", self.servers[0].address], *([s.address] for s in self.servers[1:])]
        asked = [*FACETS, "--json", "bridge"]
        self.assertEqual(same(self.search(*self.cluster(addresses), *asked)),
                         same(self.search("--index", self.whole, *asked)))

    def test_a_silent_shard_keeps_nobody_beyond_the_limit(self):
        silent = Silent()
        self.addCleanup(silent.close)
        addresses = [[server.address] for server in self.servers[:3]] + [[silent.address]]
        begun = time.monotonic()
        found = json.loads(self.search(*self.cluster(addresses, timeout_ms=300), "--json", "bridge"))
        self.assertEqual(found["missing_shards"], ["part 3"])
        self.assertLess(time.monotonic() - begun, 5)

    def test_bad_addresses_and_files_are_told(self):
        for index, words in (("tcp://", "no address of a server"), ("tcp://localhost:70000", "no address of a server")):
            done = run("furat-search", "--index", index, "bridge")
            self.assertEqual(done.returncode, 2)
            self.assertIn(words, done.stderr)
        for text, words in (("", "[[shard]]"), ("[[shard]]\nname = 3", ":1: a shard needs a name"),
                            ('[[shard]]\nname = "a"\n', "list of addresses"), ("shard = [", "cluster.toml:1:"),
                            ('colour = "red"\n', "there is no setting 'colour'")):
            file = self.folder / "cluster.toml"
            file.write_text(text, encoding="utf-8")
            done = run("furat-search", "--index", file, "bridge")
            self.assertEqual(done.returncode, 2, text)
            self.assertIn(words, done.stderr)

    def test_a_server_of_an_index_that_is_no_shard_is_told(self):
        plain = subprocess.Popen(["xapian-tcpsrv", "--interface", "127.0.0.1", "--port", str(port := free_port()), "--quiet",
                                  str(next(self.whole.glob("gen-*")) / "passages")], start_new_session=True)
        self.addCleanup(lambda: (os.killpg(plain.pid, 9), plain.wait()))
        time.sleep(0.5)
        done = run("furat-search", "--index", f"tcp://127.0.0.1:{port}", "bridge")
        self.assertEqual(done.returncode, 2)
        self.assertIn("furat-index distribute", done.stderr)


if __name__ == "__main__":
    unittest.main()

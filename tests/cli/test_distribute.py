"""Shards from the outside: furat-index distribute, build --shards, and stock xapian-tcpsrv over what they leave."""
import shutil
import subprocess
import time
import unittest

import support
from sample_shards import SampleShardsTest
from shard_servers import ShardServer
from support import CliTest, sample_articles


class DistributedSampleTest(SampleShardsTest):
    shard_count = 3
    distribute_options = ("--cluster", "cluster.toml")

    def keys(self, index):
        outcome = self.search("--index", index, "--format", "jsonl", "--limit", "all")
        self.assertEqual(outcome.code, 0, outcome.messages)
        return [row["passage"] for row in outcome.rows if "passage" in row]

    def test_every_passage_is_found_in_exactly_one_shard_which_is_an_index_of_its_own(self):
        found = [key for shard in self.shards for key in self.keys(shard)]
        self.assertEqual(sorted(found), sorted(self.keys(self.whole)))
        self.assertGreater(len(found), 100)
        for shard in self.shards:
            self.assert_verifies(shard)

    def test_all_passages_of_an_article_are_in_one_shard(self):
        articles = [{key.rsplit("#", 1)[0] for key in self.keys(shard)} for shard in self.shards]
        self.assertEqual(sum(map(len, articles)), len(set().union(*articles)))

    def test_distribute_reports_size_and_articles_of_each_shard(self):
        lines = self.made.messages.splitlines()
        self.assertEqual(len(lines), self.shard_count + 1, self.made.messages)
        for line, shard in zip(lines, self.shards):
            self.assertRegex(line, rf"^{shard}: published gen-000001, \d+ articles, \d+ passages, [\d.]+ MB; \d+ added, ")
        self.assertRegex(lines[-1], r"^distributed 67 articles, \d+ passages of gen-000001 over 3 shards in ")

    def test_the_cluster_file_names_the_folders_of_the_shards(self):
        text = (self.shared / "cluster.toml").read_text()
        self.assertEqual(text.count("[[shard]]"), self.shard_count)
        for number, shard in enumerate(self.shards, 1):
            self.assertIn(f'name = "shard-{number:04d}"\naddresses = ["{shard.name}"]\n', text)

    def test_status_says_which_shard_it_is_and_of_which_index(self):
        self.assertEqual(self.status(self.shards[1])["shard"], f"2 of 3, of gen-000001 in {self.whole.resolve()}")


class KeptShardsTest(CliTest):
    def setUp(self):
        super().setUp()
        for number in range(60):
            self.file(f"archive/a{number}.txt", f"Report {number}\n\nThe SDF entered Tabqa on {1 + number % 28} May 2017.\n")

    def shard(self, number, index=".furat"):
        return self.folder / index / f"shard-{number:04d}"

    def articles(self, *shards):
        return sum(int(self.status(shard)["articles"]) for shard in shards)

    def test_a_build_with_shards_is_kept_in_step_by_updates_and_removals(self):
        self.build("archive", "--shards", "2")
        self.assertEqual(self.articles(self.shard(1), self.shard(2)), 60)
        self.assertEqual(self.status()["shards"], "2")
        # Of what the others name: a new value would come into the names of the other shard, too.
        self.file("archive/new.txt", "New\n\nThe SDF left Tabqa again on 4 May 2017.\n")
        outcome = self.index("update")
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertEqual(outcome.messages.count(": published gen-000002, "), 1, outcome.messages)
        self.assertEqual(outcome.messages.count(": unchanged gen-000001, "), 1, outcome.messages)
        self.assertEqual(self.articles(self.shard(1), self.shard(2)), 61)
        self.assertEqual(self.index("remove", "a1.txt").code, 0)
        self.assertEqual(self.articles(self.shard(1), self.shard(2)), 60)
        self.build("archive")
        self.assertEqual(self.articles(self.shard(1), self.shard(2)), 61)
        for number in (1, 2):
            self.assert_verifies(self.shard(number))

    def test_an_update_completes_shards_that_were_not_done(self):
        self.build("archive", "--shards", "2")
        shutil.rmtree(self.shard(2))
        outcome = self.index("update")
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertEqual(self.articles(self.shard(1), self.shard(2)), 60)

    def test_a_shard_more_takes_its_share_of_the_others(self):
        self.build("archive", "--shards", "2")
        outcome = self.index("distribute", "--shards", "3")
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertEqual(self.articles(*(self.shard(number) for number in (1, 2, 3))), 60)
        self.assertGreater(self.articles(self.shard(3)), 5)

    def test_quiet_says_nothing(self):
        outcome = self.index("build", "archive", "--shards", "2", "--quiet")
        self.assertEqual((outcome.code, outcome.out, outcome.err), (0, b"", b""))

    def test_what_cannot_be_done_is_refused_with_the_reason(self):
        self.build("archive")
        self.assert_fails(self.index("distribute"), 2, "in no shards yet")
        self.assert_fails(self.index("distribute", "--shards", "0"), 2, "--shards")
        self.assert_fails(self.index("distribute", "--shards", "2", "one"), 2, "either named or counted")
        self.assert_fails(self.index("distribute", ".furat"), 2, "is the index itself")
        self.assert_fails(self.index("distribute", "--index", "nowhere", "one"), 4, "there is no index in nowhere")
        self.assertFalse((self.folder / "one").exists())
        self.assertEqual(self.index("distribute", "one", "two").code, 0)
        self.assert_fails(self.index("update", "--index", "one"), 2, "is shard 1 of 2 of the index")
        self.assert_fails(self.index("distribute", "two", "one"), 2, "is shard 2 of 2 and was given as number 1")
        self.build("archive", index="other")
        self.assert_fails(self.index("distribute", "other"), 2, "holds an index that is no shard")
        self.assert_fails(self.index("distribute", "--index", "other", "one"), 2, "is a shard of another index")


class ServedShardTest(CliTest):
    """Needs no searcher: xapian-delve asks the server."""

    def served_documents(self, port):
        stub = self.file("remote", f"remote 127.0.0.1:{port}\n")
        done = subprocess.run(["xapian-delve", stub], capture_output=True, text=True, timeout=support.TIME_LIMIT, check=False)
        line = next((line for line in done.stdout.splitlines() if line.startswith("number of documents")), None)
        return int(line.rsplit(" ", 1)[1]) if line else None

    @unittest.skipUnless(shutil.which("xapian-tcpsrv") and shutil.which("xapian-delve"), "xapian-tools are not installed")
    def test_a_server_gives_new_connections_the_newest_generation(self):
        self.build(sample_articles(), "--shards", "2")
        shard = self.folder / ".furat" / "shard-0001"
        server = ShardServer()
        self.addCleanup(server.kill)
        server.start(shard / "served")
        port = server.port
        limit = time.monotonic() + 20
        while (before := self.served_documents(port)) is None and time.monotonic() < limit:
            time.sleep(0.1)
        self.assertEqual(before, int(self.status(shard)["passages"]))
        for number in range(8):
            self.file(f"more/m{number}.txt", "More\n\nA dam held near Raqqa on 4 May 2017.\n")
        self.assertEqual(self.index("update", "more").code, 0)
        after = int(self.status(shard)["passages"])
        self.assertGreater(after, before)
        self.assertEqual(self.served_documents(port), after)


if __name__ == "__main__":
    unittest.main()

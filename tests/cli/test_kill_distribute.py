"""Distributions that are killed or interrupted at random moments: every shard stays as it was, or is the new one, and
the next run completes the work."""
import os
import signal
import unittest

import support
import synthetic_archive
from killing import KilledRunTest

KILLS = int(os.environ.get("FURAT_KILLS", "20"))
ARTICLES = 200
SHARDS = 2


class KillDistributeTest(KilledRunTest):
    seed = 20171106

    def setUp(self):
        super().setUp()
        archive = self.folder / "archive"
        synthetic_archive.make_archive(archive, support.sample_articles(), ARTICLES)
        self.build("archive", "--shards", str(SHARDS))
        self.before = self.digests()
        # In every shard, and too many to be added one by one.
        for number in range(0, ARTICLES, 3):
            with open(archive / f"synthetic-{number:05d}.txt", "a", encoding="utf-8") as file:
                file.write("\nThe road to Abu Kamal was opened on 5 May 2018.\n")
        (self.folder / ".furat" / "SHARDS").rename(self.folder / "SHARDS")  # an update of the index alone
        self.assertEqual(self.index("update").code, 0)
        (self.folder / "SHARDS").rename(self.folder / ".furat" / "SHARDS")
        self.keep()
        self.usual = self.seconds_of("distribute")
        self.after = self.digests()

    def shard(self, number):
        return f".furat/shard-{number:04d}"

    def digests(self):
        return [self.status(self.shard(number))["digest"] for number in range(1, SHARDS + 1)]

    def assert_stand_and_complete(self):
        for digest, before, after in zip(self.digests(), self.before, self.after):
            self.assertIn(digest, (before, after))
        for number in range(1, SHARDS + 1):
            self.assert_verifies(self.shard(number))
            self.assertEqual(self.search("--index", self.shard(number), "--limit", "1", "ISIS").code, 0)
        outcome = self.index("distribute")
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertEqual(self.digests(), self.after)
        for number in range(1, SHARDS + 1):
            self.assert_verifies(self.shard(number))
            current = (self.folder / self.shard(number) / "CURRENT").read_text().strip()
            self.assertEqual((self.folder / self.shard(number) / "served").read_text(), f"auto {current}/passages\n")

    def test_a_killed_distribution_leaves_each_shard_old_or_new_and_the_next_completes(self):
        self.assertTrue(all(before != after for before, after in zip(self.before, self.after)))
        self.kill_again_and_again(KILLS, self.assert_stand_and_complete, "distribute", "--quiet")

    def test_an_interrupted_distribution_exits_130_and_leaves_the_shards_as_they_were(self):
        codes = []
        for share in (0.2, 0.4, 0.6):
            self.go_back()
            codes.append(self.ended_by(signal.SIGINT, self.usual * share, "distribute", "--quiet"))
            if codes[-1] == 130:
                self.assertEqual(self.digests(), self.before)
                for number in range(1, SHARDS + 1):
                    generations = list((self.folder / self.shard(number)).glob("gen-*"))
                    self.assertEqual([path.name for path in generations], ["gen-000001"])
            self.assert_stand_and_complete()
        self.assertIn(130, codes)
        self.assertLessEqual(set(codes), {0, 130})


if __name__ == "__main__":
    unittest.main()

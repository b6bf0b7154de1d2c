"""Distributions that are killed or interrupted at random moments: every shard stays as it was, or is the new one, and
the next run completes the work."""
import os
import random
import shutil
import signal
import subprocess
import time
import unittest

import support
import synthetic_archive
from support import CliTest, sample_articles

KILLS = int(os.environ.get("FURAT_KILLS", "20"))
SEED = 20171106
ARTICLES = 200
SHARDS = 2


class KillDistributeTest(CliTest):
    def setUp(self):
        super().setUp()
        self.chance = random.Random(SEED)
        archive = self.folder / "archive"
        synthetic_archive.make_archive(archive, sample_articles(), ARTICLES)
        self.build("archive", "--shards", str(SHARDS))
        self.before = self.digests()
        # In every shard, and too many to be added one by one.
        for number in range(0, ARTICLES, 3):
            with open(archive / f"synthetic-{number:05d}.txt", "a", encoding="utf-8") as file:
                file.write("\nThe road to Abu Kamal was opened on 5 May 2018.\n")
        (self.folder / ".furat" / "SHARDS").rename(self.folder / "SHARDS")  # an update of the index alone
        self.assertEqual(self.index("update").code, 0)
        (self.folder / "SHARDS").rename(self.folder / ".furat" / "SHARDS")
        shutil.copytree(self.folder / ".furat", self.folder / "index-before")
        begin = time.monotonic()
        self.assertEqual(self.index("distribute").code, 0)
        self.usual = time.monotonic() - begin
        self.after = self.digests()

    def shard(self, number):
        return f".furat/shard-{number:04d}"

    def digests(self):
        return [self.status(self.shard(number))["digest"] for number in range(1, SHARDS + 1)]

    def go_back(self):
        shutil.rmtree(self.folder / ".furat")
        shutil.copytree(self.folder / "index-before", self.folder / ".furat")

    def ended_by(self, ending, moment):
        self.go_back()
        run = subprocess.Popen([support.program("furat-index"), "distribute", "--quiet"], cwd=self.folder,
                               env=support.clean_environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(moment)
        run.send_signal(ending)
        return run.wait(timeout=support.TIME_LIMIT)

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
        killed = 0
        for number in range(KILLS):
            code = self.ended_by(signal.SIGKILL, self.usual * (number + self.chance.random()) / KILLS)
            killed += code == -signal.SIGKILL
            with self.subTest(round=number):
                self.assert_stand_and_complete()
        print(f"\n{KILLS} kills, {killed} before the end; a distribution usually takes {self.usual:.2f} s")
        self.assertGreater(killed, KILLS // 4, "too few were killed")

    def test_an_interrupted_distribution_exits_130_and_leaves_the_shards_as_they_were(self):
        codes = []
        for share in (0.2, 0.4, 0.6):
            codes.append(self.ended_by(signal.SIGINT, self.usual * share))
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

"""Updates that are killed at random moments, or for which the disk is full: the published index stays as it was, or
is the new one, and the next update completes the work."""
import os
import resource
import subprocess
import unittest

import support
import synthetic_archive
from killing import KilledRunTest

KILLS = int(os.environ.get("FURAT_KILLS", "30"))
FULL_DISKS = int(os.environ.get("FURAT_FULL_DISKS", "15"))
ARTICLES = 300
CHANGED = 40
DISK_FULL = 8


class KillUpdateTest(KilledRunTest):
    seed = 20171105

    def setUp(self):
        super().setUp()
        archive = self.folder / "archive"
        synthetic_archive.make_archive(archive, support.sample_articles(), ARTICLES)
        self.build("archive")
        self.keep()
        self.before = self.status()["digest"]
        for number in range(CHANGED):
            if number % 3 == 0:
                (archive / f"synthetic-{number:05d}.txt").unlink()
            elif number % 3 == 1:
                (archive / f"new-{number}.txt").write_text(f"Report {number}\n\nShells fell on Hajin on 3 May 2018.\n")
            else:
                with open(archive / f"synthetic-{number:05d}.txt", "a", encoding="utf-8") as file:
                    file.write("\nThe road to Abu Kamal was opened on 5 May 2018.\n")
        self.usual = min(self.time_of_an_update() for _ in range(3))
        self.after = self.status()["digest"]
        self.assertNotEqual(self.before, self.after)
        self.build("archive", index="rebuilt")
        self.assertEqual(self.status("rebuilt")["digest"], self.after)

    def time_of_an_update(self):
        self.go_back()
        return self.seconds_of("update")

    def update_with_files_below(self, limit):
        """Exit code and messages of an update for which the disk is full where a file would grow beyond the limit."""
        self.go_back()
        # Beyond the limit the system answers as for a disk that is full; Python ignores the signal for it.
        update = self.start("update", "--quiet", stderr=subprocess.PIPE, restore_signals=False,
                            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit)))
        _, messages = update.communicate(timeout=support.TIME_LIMIT)
        return update.returncode, messages

    def assert_stands_and_completes(self):
        self.assertIn(self.status()["digest"], (self.before, self.after))
        self.assert_verifies()
        self.assertEqual(self.search("--limit", "1", "ISIS").code, 0)
        outcome = self.index("update")
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertEqual(self.status()["digest"], self.after)
        self.assert_verifies()

    def test_a_killed_update_leaves_the_old_index_or_the_new_one_and_the_next_completes(self):
        self.kill_again_and_again(KILLS, self.assert_stands_and_completes, "update", "--quiet")

    def test_a_full_disk_is_told_and_leaves_the_old_index(self):
        largest = max(path.stat().st_size for path in self.folder.glob(".furat/gen-*/passages/*"))
        for number in range(FULL_DISKS):
            limit = int(largest * (number + self.chance.random()) / FULL_DISKS) + 1
            code, messages = self.update_with_files_below(limit)
            with self.subTest(round=number, limit=limit):
                self.assertEqual(code, DISK_FULL, messages)
                self.assertTrue(messages.strip(), "nothing was said")
                self.assertEqual(self.status()["digest"], self.before)
                self.assert_stands_and_completes()

    def test_a_disk_that_fills_while_xapian_clears_up_does_not_abort(self):
        # An update grows a table to well over its size before. Xapian's destructors write, too: where they met the
        # full disk a second time the program was aborted with no word of the disk.
        largest = max(path.stat().st_size for path in self.folder.glob(".furat/gen-*/passages/*"))
        for step in range(24):
            limit = largest + largest * step // 24
            code, messages = self.update_with_files_below(limit)
            with self.subTest(step=step, limit=limit):
                self.assertIn(code, (0, DISK_FULL), messages)
                expected = self.before if code else self.after
                self.assertEqual(self.status()["digest"], expected)
                self.assertEqual(code == DISK_FULL, b"disk" in messages or b"large" in messages, messages)


if __name__ == "__main__":
    unittest.main()

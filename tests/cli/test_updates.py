"""The subcommands that keep an index in step with its archive, from the outside."""
import fcntl
import signal
import subprocess
import time
import unittest

import support
from support import CliTest

BRIDGE = "Bridge down\n\nA bridge fell near Raqqa on 3 May 2017, the SDF said.\n"
DAM = "Dam held\n\nThe dam of Tabqa held on 10 May 2017 under ISIS fire.\n"


class UpdateTest(CliTest):
    def setUp(self):
        super().setUp()
        self.file("archive/a.txt", BRIDGE)
        self.build("archive")

    def test_an_update_says_what_it_did_and_status_remembers_it(self):
        self.file("archive/b.txt", DAM)
        outcome = self.index("update")
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertIn("1 added, 0 changed, 0 moved, 0 removed, 1 unchanged", outcome.messages)
        self.assertIn("update, published: 1 added", self.index("status").text)
        self.assertEqual(self.search("Tabqa").code, 0)

    def test_a_dry_run_lists_what_would_be_done(self):
        self.file("archive/b.txt", DAM)
        outcome = self.index("update", "--dry-run")
        self.assertEqual((outcome.code, outcome.text), (0, "added b.txt\n"), outcome.messages)
        self.assertEqual(self.search("Tabqa").code, 1)

    def test_an_actor_added_to_the_lexicon_is_found_in_the_articles_that_name_it(self):
        self.file("archive/b.txt", DAM)
        self.file("archive/c.txt", "Gate\n\nThe Olive Front opened a gate in Homs.\n")
        self.assertEqual(self.index("update").code, 0)
        mine = self.file("mine.toml", '[[actor]]\nid = "olive"\nname = "Olive Front"\nkind = "rebels"\n')
        outcome = self.index("update", "--lexicon", str(mine))
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertIn("actors of the lexicon changed: 1 more article was annotated anew", outcome.messages)
        changes = self.index("diff").text
        self.assertIn("c.txt#1", changes)
        self.assertIn("+ actor:olive", changes)
        self.assertNotIn("b.txt", changes)
        self.assertEqual(self.search("--actor", "olive").code, 0)

    def test_a_file_that_cannot_be_taken_exits_3_and_is_listed_by_status(self):
        self.file("archive/empty.txt", "")
        outcome = self.index("update")
        self.assertEqual(outcome.code, 3, outcome.messages)
        self.assertIn("empty.txt: skipped: ", outcome.messages)
        self.assertIn("skipped     empty.txt: ", self.index("status").text)

    def test_what_was_removed_stays_out_until_it_is_let_in_again(self):
        self.file("archive/b.txt", DAM)
        self.assertEqual(self.index("update").code, 0)
        self.assertEqual(self.index("remove", "b.txt").code, 0)
        self.assertEqual(self.index("update").code, 0)
        self.assertEqual(self.search("Tabqa").code, 1)
        self.assert_fails(self.index("remove", "nowhere.txt"), 2, "nowhere.txt")
        self.assertEqual(self.index("remove", "--undo", "b.txt").code, 0)
        self.assertEqual(self.index("update").code, 0)
        self.assertEqual(self.search("Tabqa").code, 0)

    def test_the_archive_and_its_index_can_be_moved_together(self):
        (self.folder / "elsewhere").mkdir()
        for name in ("archive", ".furat"):
            (self.folder / name).rename(self.folder / "elsewhere" / name)
        self.file("elsewhere/archive/b.txt", DAM)
        outcome = self.index("update", cwd=self.folder / "elsewhere")
        self.assertIn("1 added, 0 changed, 0 moved, 0 removed, 1 unchanged", outcome.messages)

    def test_diff_names_the_passage_and_its_values(self):
        self.file("archive/a.txt", BRIDGE.replace("Raqqa", "Tabqa"))
        self.assertEqual(self.index("update").code, 0)
        changes = self.index("diff", "--jsonl").rows
        self.assertEqual([change["passage"] for change in changes], ["a.txt#1"])
        self.assertEqual(changes[0]["lost"], ["place:sy-raqqa"])

    def test_a_stated_publication_gives_the_dates_of_that_article_their_year(self):
        undated = {"archive/a.txt": "Bridge\n\nOn 9 February the bridge near Raqqa fell.\n",
                   "archive/b.txt": "Dam\n\nOn 9 February the dam near Tabqa held.\n"}
        for name, text in undated.items():
            self.file(name, text)
        self.build("archive")
        self.assertIn("date --02-09, year-unknown\n", self.search("why", "a.txt#1").text)
        other = self.search("why", "b.txt#1").text
        self.assertIn("date --02-09, year-unknown\n", other)
        sidecars = (("a.txt.meta.toml", "published = 2019-02-12\n"),
                    ("metadata.toml", '[[article]]\nfile = "a.txt"\npublished = 2019-02-12\n'))
        for sidecar, stated in sidecars:
            with self.subTest(sidecar):
                self.file(f"archive/{sidecar}", stated)
                self.assertIn("0 added, 1 changed, 0 moved, 0 removed, 1 unchanged",
                              self.index("update").messages)
                self.assertEqual([(row["passage"], row["lost"], row["gained"])
                                  for row in self.index("diff", "--jsonl").rows],
                                 [("a.txt#1", ["date:--02-09"], ["date:2019-02-09"])])
                self.assertIn("date.year-window", self.search("why", "a.txt#1").text)
                self.assertEqual(self.search("why", "b.txt#1").text, other)
                (self.folder / "archive" / sidecar).unlink()
                self.assertEqual(self.index("update").code, 0)
                self.assertIn("date --02-09, year-unknown\n", self.search("why", "a.txt#1").text)

    def test_digest_is_that_of_a_build(self):
        self.file("archive/b.txt", DAM)
        self.assertEqual(self.index("update").code, 0)
        self.build("archive", index="rebuilt")
        self.assertEqual(self.index("digest").text, self.index("digest", "--index", "rebuilt").text)

    def test_an_update_without_an_index_exits_4(self):
        self.assert_fails(self.index("update", "--index", "nowhere"), 4, "nowhere")

    def test_a_second_writer_exits_7_or_waits(self):
        self.file("archive/b.txt", DAM)
        with open(self.folder / ".furat" / "LOCK", "rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assert_fails(self.index("update"), 7, "another program")
            waiting = subprocess.Popen([support.program("furat-index"), "update", "--quiet", "--wait"],
                                       cwd=self.folder, env=support.clean_environment())
            time.sleep(0.5)
            self.assertIsNone(waiting.poll(), "it did not wait")
        self.assertEqual(waiting.wait(timeout=support.TIME_LIMIT), 0)
        self.assertEqual(self.search("Tabqa").code, 0)

    def test_watch_takes_in_what_appears_until_interrupted(self):
        watch = subprocess.Popen([support.program("furat-index"), "watch", "--quiet", "--quiet-time", "50"],
                                 cwd=self.folder, env=support.clean_environment())
        try:
            (self.folder / "archive" / "new").mkdir()
            self.file("archive/new/b.txt", DAM)
            deadline = time.monotonic() + 60
            while self.search("Tabqa").code != 0:
                self.assertLess(time.monotonic(), deadline, "the new file was not taken in")
                time.sleep(0.1)
        finally:
            watch.send_signal(signal.SIGINT)
            code = watch.wait(timeout=support.TIME_LIMIT)
        self.assertEqual(code, 0)
        self.assert_verifies()


if __name__ == "__main__":
    unittest.main()

"""furat-index from the outside: exit codes, streams, and which index folder it takes."""
import fcntl
import os
import re
import shutil
import unittest

import support
from support import CliTest, sample_articles

ARTICLE = "Army enters Mayadin\n\nThe army entered Mayadin on 14 October 2017. ISIS left the town.\n"
HEADER = "file\ttitle\tpublished\tsource\turl\n"


class BuildTest(CliTest):
    def test_a_build_of_readable_articles_exits_0_and_says_what_was_published(self):
        self.file("articles/a.txt", ARTICLE)
        outcome = self.build("articles")
        self.assertEqual(outcome.out, b"")
        self.assertRegex(outcome.messages, r"1 articles?, 1 passages?")
        self.assertIn("gen-000001", outcome.messages)
        self.assertEqual(self.status()["articles"], "1")
        self.assert_verifies()

    def test_quiet_says_nothing_where_nothing_went_wrong(self):
        self.file("articles/a.txt", ARTICLE)
        self.assertEqual(self.build("--quiet", "articles").messages, "")

    def test_equal_articles_give_an_equal_digest_whatever_the_number_of_threads(self):
        for threads in ("1", "3"):
            self.build("--threads", threads, sample_articles(), index=threads)
        self.assertEqual(self.status("1")["digest"], self.status("3")["digest"])

    def test_progress_is_never_drawn_on_a_pipe(self):
        outcome = self.build(sample_articles())
        self.assertNotIn("\r", outcome.messages)
        self.assertNotIn("%", outcome.messages)

    def test_progress_always_draws_on_stderr_only(self):
        outcome = self.build("--progress", "always", sample_articles())
        self.assertEqual(outcome.out, b"")
        self.assertIn("\r", outcome.messages)

    def test_what_was_skipped_is_named_on_stderr_and_exits_3(self):
        self.file("articles/a.txt", ARTICLE)
        self.file("articles/empty.txt", "")
        self.file("articles/blank.txt", " \n\t\n")
        self.file("articles/picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(range(256)) * 4)
        (self.folder / "articles/link.txt").symlink_to("a.txt")
        outcome = self.build("articles", code=3)
        for name in ("empty.txt", "blank.txt", "picture.png", "link.txt"):
            self.assertRegex(outcome.messages, rf"(?m)^furat-index: .*{re.escape(name)}: skipped: ")
        self.assertNotIn("a.txt: skipped: is not", outcome.messages)
        self.assertEqual(self.status()["articles"], "1")

    def test_a_bad_line_of_jsonl_is_named_and_the_other_lines_are_read(self):
        good = '{"id": "one", "text": "The army entered Mayadin."}\n'
        self.file("articles/wire.jsonl", good + '{"id": "two", "text": \n' + good.replace("one", "three"))
        outcome = self.build("articles", code=3)
        self.assertRegex(outcome.messages, r"wire\.jsonl.*2.*skipped")
        self.assertEqual(self.status()["articles"], "2")

    def test_a_mistyped_path_does_not_put_an_empty_index_in_the_place_of_a_good_one(self):
        self.build(sample_articles())
        before = self.status()["digest"]
        (self.folder / "hollow").mkdir()
        for inputs in (["articels"], [sample_articles(), "articels"], ["hollow"]):
            self.assert_fails(self.index("build", *inputs), 2)
            self.assertEqual(self.status()["digest"], before, "the index was replaced by an empty one")
        self.assertIn("articels", self.index("build", "articels").messages)

    def test_bad_options_exit_2_with_a_message_and_publish_nothing(self):
        self.file("a.txt", ARTICLE)
        for arguments in (["--no-such-option"], [], ["no-such-command"], ["build"],
                          ["build", "--progress", "often", "a.txt"], ["build", "--threads", "many", "a.txt"]):
            with self.subTest(arguments):
                outcome = self.index(*arguments)
                self.assert_fails(outcome, 2)
                self.assertNotEqual(outcome.messages.strip(), "")
        self.assertFalse((self.folder / ".furat").exists())

    @unittest.skipIf(os.environ.get("FURAT_SANITIZED"), "a sanitizer needs all of the address space; other builds run this")
    def test_more_threads_than_the_machine_can_start_are_no_crash(self):
        self.file("a.txt", ARTICLE)
        limited = ["prlimit", f"--as={1 << 30}", support.program("furat-index"), "build", "--threads", "5000", "a.txt"]
        done = support.subprocess.run(limited, cwd=self.folder, env=support.clean_environment(), capture_output=True,
                                      timeout=support.TIME_LIMIT, check=False)
        self.assertIn(done.returncode, (0, 2, 8), done.stderr)

    def test_help_fits_eighty_columns(self):
        for arguments in (["--help"], ["build", "--help"], ["annotate", "--help"], ["metadata", "--help"]):
            for line in self.index(*arguments).text.splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_help_and_version_go_to_stdout_and_exit_0(self):
        for arguments in (["--help"], ["-h"], ["--version"], ["build", "--help"]):
            outcome = self.index(*arguments)
            self.assertEqual((outcome.code, outcome.err), (0, b""), arguments)
            self.assertNotEqual(outcome.out, b"")

    def test_a_metadata_file_that_cannot_be_used_exits_2_and_publishes_nothing(self):
        self.file("a.txt", ARTICLE)
        self.file("no-file-column.tsv", "name\ttitle\na.txt\tTitle\n")
        self.file("broken.toml", "[[article]\nfile = ")
        self.file("table.json", "{}\n")
        for name in ("missing.tsv", "no-file-column.tsv", "broken.toml", "table.json"):
            self.assert_fails(self.index("build", "--metadata", name, "a.txt"), 2, name)
            self.assertFalse((self.folder / ".furat" / "CURRENT").exists())

    def test_a_doubtful_row_of_a_metadata_file_is_told_with_its_line(self):
        self.file("a.txt", ARTICLE)
        self.file("meta.tsv", HEADER + "a.txt\tTitle\t14 October\tSource\t\n")
        outcome = self.build("--metadata", "meta.tsv", "a.txt")
        self.assertIn("meta.tsv:2", outcome.messages)

    def test_a_lexicon_that_cannot_be_used_exits_2_and_publishes_nothing(self):
        self.file("a.txt", ARTICLE)
        self.file("empty/README", "")
        shutil.copytree(support.required_folder("FURAT_SOURCE_DIR") / "corpus/lexicon", self.folder / "broken")
        self.file("broken/places.toml", "[[place]\nid = ")
        for name in ("missing", "empty", "broken"):
            self.assert_fails(self.index("build", "--lexicon", name, "a.txt"), 2, name)
            self.assertFalse((self.folder / ".furat" / "CURRENT").exists())

    def test_files_of_own_names_are_added_to_the_lexicon_and_remembered(self):
        self.file("a.txt", "Headline\n\nThe River Brigade met the Badia Tigers near Raqqa.\n")
        self.file("mine.toml", '[[actor]]\nid = "river-brigade"\nname = "River Brigade"\nkind = "rebels"\n')
        self.file("more.toml", '[[actor]]\nid = "tiger-forces"\nextends = true\naliases = ["Badia Tigers"]\n')
        shown = self.index("annotate", "--lexicon", "mine.toml", "--lexicon", "more.toml", "a.txt").text
        for value in ("river-brigade", "tiger-forces", "sy-raqqa"):
            self.assertIn(value, shown)
        self.build("--lexicon", "mine.toml", "--lexicon", "more.toml", "a.txt")
        status = self.index("status").text
        for name in ("mine.toml", "more.toml"):
            self.assertRegex(status, rf"own names .*{name}")
        self.assertNotIn("annotated anew", self.index("update").messages)
        self.file("mine.toml", '[[actor]]\nid = "river-army"\nname = "River Brigade"\nkind = "rebels"\n')
        self.assertIn("the lexicon changed", self.index("update").messages)

    def test_a_file_of_own_names_that_cannot_be_used_is_told_with_its_row(self):
        self.file("a.txt", ARTICLE)
        self.file("taken.toml", '[[actor]]\nid = "isis"\nname = "Another"\nkind = "rebels"\n')
        self.assert_fails(self.index("build", "--lexicon", "taken.toml", "a.txt"), 2, 'taken.toml:1: actor 1 ("isis")')
        self.file("one/actors.toml", "")
        self.file("two/actors.toml", "")
        self.assert_fails(self.index("build", "--lexicon", "one", "--lexicon", "two", "a.txt"), 2, "two folders")
        self.assertFalse((self.folder / ".furat" / "CURRENT").exists())

    def test_an_index_folder_that_cannot_be_made_exits_12(self):
        self.file("a.txt", ARTICLE)
        self.file("file", "no folder")
        self.assert_fails(self.index("build", "--index", "file/x", "a.txt"), 12, "file/x")

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_an_index_folder_without_write_permission_exits_8(self):
        self.file("a.txt", ARTICLE)
        (self.folder / "locked").mkdir(mode=0o500)
        self.assert_fails(self.index("build", "--index", "locked/x", "a.txt"), 8, "locked/x")

    def test_a_second_writer_exits_7_while_readers_go_on(self):
        self.file("a.txt", ARTICLE)
        self.build("a.txt")
        with open(self.folder / ".furat" / "LOCK", "rb") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.assert_fails(self.index("build", "a.txt"), 7, "another program")
            self.assertEqual(self.search("army").code, 0)
            self.assert_verifies()
        self.build("a.txt")

    def test_the_index_folder_is_for_its_owner_only(self):
        self.file("a.txt", ARTICLE)
        self.build("a.txt")
        self.assertEqual((self.folder / ".furat").stat().st_mode & 0o777, 0o700)


class LocationTest(CliTest):
    """Three indexes with one, two and three articles: the count tells which one was taken."""

    def setUp(self):
        super().setUp()
        for count, index in ((1, "top/.furat"), (2, "environment"), (3, "flag")):
            for number in range(count):
                self.file(f"{count}/{number}.txt", f"The army entered Mayadin, report {number}.\n")
            (self.folder / index).parent.mkdir(exist_ok=True)
            self.build(str(count), index=index)
        (self.folder / "top/deep/deeper").mkdir(parents=True)
        self.named = {"FURAT_INDEX": str(self.folder / "environment")}

    def articles(self, *arguments, cwd, env=None):
        outcome = self.index("status", *arguments, cwd=self.folder / cwd, env=env)
        self.assertEqual(outcome.code, 0, outcome.messages)
        return int(re.search(r"^articles\s+(\d+)$", outcome.text, re.M)[1])

    def test_the_option_beats_the_nearest_folder_and_the_environment(self):
        self.assertEqual(self.articles("--index", self.folder / "flag", cwd="top", env=self.named), 3)

    def test_the_nearest_folder_beats_the_environment(self):
        self.assertEqual(self.articles(cwd="top", env=self.named), 1)

    def test_a_folder_above_is_found(self):
        self.assertEqual(self.articles(cwd="top/deep/deeper"), 1)

    def test_the_environment_is_taken_where_no_folder_is_near(self):
        self.assertEqual(self.articles(cwd=".", env=self.named), 2)

    def test_a_build_without_any_makes_one_here_and_else_renews_the_nearest(self):
        self.assertEqual(self.index("build", "2", cwd=self.folder).code, 0)
        self.assertEqual(self.articles(cwd="."), 2)
        self.assertEqual(self.index("build", "../../3", cwd=self.folder / "top/deep").code, 0)
        self.assertEqual(self.articles(cwd="top"), 3)
        self.assertFalse((self.folder / "top/deep/.furat").exists())

    def test_without_any_status_and_verify_exit_4_and_say_what_to_do(self):
        for command in ("status", "verify"):
            self.assert_fails(self.index(command), 4, "furat-index build", "FURAT_INDEX")
            self.assert_fails(self.index(command, "--index", "nowhere"), 4, "nowhere")
            self.assert_fails(self.index(command, env={"FURAT_INDEX": "gone"}), 4, "gone")

    def test_looking_for_an_index_makes_no_folder(self):
        self.index("status", "--index", "nowhere")
        self.search("--index", "nowhere", "army")
        self.assertFalse((self.folder / "nowhere").exists())


class OutputTest(CliTest):
    def test_data_goes_to_stdout_and_messages_to_stderr(self):
        self.file("articles/a.txt", ARTICLE)
        self.file("articles/empty.txt", "")
        self.file("articles/latin.txt", "La région de Kobané a été évacuée par l'armée.\n".encode("latin-1"))
        for command in ("passages", "annotate"):
            outcome = self.index(command, "--jsonl", "articles")
            self.assertEqual(outcome.code, 3)
            self.assertTrue(outcome.rows)
            self.assertIn("latin.txt: warning: ", outcome.messages)
            self.assertIn("empty.txt: skipped: ", outcome.messages)
            self.assertNotIn("{", outcome.messages)

    def test_annotate_why_adds_the_rule_in_words_and_the_line(self):
        self.file("a.txt", "A heading\n\nDamascus denied the report on 14 October 2017.\n")
        plain = self.index("annotate", "--jsonl", "a.txt").rows
        rows = self.index("annotate", "--jsonl", "--why", "a.txt").rows
        self.assertIn("actor.seat", [row["rule"] for row in rows])
        for row, without in zip(rows, plain, strict=True):
            self.assertTrue(row["reason"].endswith("."))
            self.assertEqual(row["line"], 3)
            if row["candidates"]:
                self.assertEqual([c["id"] for c in row["candidates"] if c["chosen"]], [row["value"]])
                self.assertEqual(row["type"], "place")
            self.assertEqual({key: row[key] for key in without}, without)
        text = self.index("annotate", "--why", "a.txt").text
        self.assertEqual(text.count("line 3, "), len(rows))
        self.assertIn("rejected Damascus", text)

    def test_output_that_cannot_be_written_is_an_error(self):
        self.build(sample_articles())
        for arguments in (["status"], ["verify"], ["passages", sample_articles()], ["--help"]):
            with open("/dev/full", "wb") as full:
                done = support.subprocess.run([support.program("furat-index"), *map(str, arguments)], stdout=full,
                                              stderr=support.subprocess.PIPE, cwd=self.folder,
                                              env=support.clean_environment(), check=False)
            self.assertNotEqual(done.returncode, 0, f"{arguments}: the output was lost without a word")

    def test_hostile_names_and_texts_reach_no_terminal_raw(self):
        name = "articles/\x1b]0;owned\x07\u202egnp.txt"
        self.file(name, "The army \x1b[31mentered\x1b[0m Mayadin\u202e on 14 October 2017\x9b2J.\n")
        self.file("articles/\x1b[2Jempty.txt", "")
        for command in ("passages", "annotate"):
            for form in ([], ["--jsonl"]):
                outcome = self.index(command, *form, "articles")
                shown = outcome.text + outcome.messages
                self.assertNotRegex(shown, "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
        self.assertNotRegex(self.build("articles", code=3).messages, "[\x1b\x07\u202e]")


if __name__ == "__main__":
    unittest.main()

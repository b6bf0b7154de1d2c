"""furat-search -i: on pipes, on a terminal, on a dumb one, and when the window changes its size."""
import fcntl
import os
import pty
import re
import select
import shutil
import struct
import subprocess
import termios
import time
import unittest

from support import CliTest, SampleIndexTest, clean_environment, program

PROMPT = b"furat> "
PATIENCE = 30


class PipeTest(SampleIndexTest):
    def session(self, *lines, options=()):
        outcome = self.sample_search("-i", "--limit", "1", *options, stdin="".join(line + "\n" for line in lines).encode())
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertNotIn("\x1b", outcome.text)
        self.assertNotIn("furat>", outcome.text)
        return outcome.text

    def passages(self, text):
        return [int(n) for n in re.findall(r"^(\d+) passages? in ", text, re.M)]

    def count_beside(self, text, number):
        return int(re.findall(rf"^ *{number} +(\d+) ", text, re.M)[-1])

    def test_choosing_a_value_gives_as_many_passages_as_stand_beside_it(self):
        for number in (1, 3, 6, 11):
            before = self.session("Palmyra")
            after = self.session("Palmyra", str(number))
            self.assertEqual(self.passages(after)[-1], self.count_beside(before, number))
            again = self.session("Palmyra", str(number), "2")
            self.assertEqual(self.passages(again)[-1], self.count_beside(after, 2))

    def test_excluding_adding_and_going_back(self):
        counts = self.passages(self.session("Palmyra", "5", "undo", "-5", "up"))
        self.assertEqual(counts[1], counts[2] + counts[4])
        self.assertEqual([counts[1]] * 2, [counts[3], counts[5]])
        added = self.passages(self.session("Palmyra", "4", "+2"))
        self.assertGreaterEqual(added[-1], added[-2])

    def test_pages_and_hits(self):
        text = self.session("Palmyra", "n", "n", "p", "show 2")
        self.assertEqual(re.findall(r"^(\d+)\. ", text, re.M), ["1", "1", "2", "3", "2"])
        self.assertIn("passages of the article", text)
        self.assertIn("This is the first page.", self.session("p"))
        self.assertIn("This is the last page.", self.session("Tadmur", *["n"] * 60))

    def test_the_last_page_is_the_last_of_what_is_shown(self):
        for options in ((), ("--unique",), ("--group", "article"), ("--unique", "--group", "article")):
            whole = len(self.found("--limit", "all", *options, "Tadmur")["hits"])
            text = self.session("Tadmur", *["n"] * (whole + 2), options=options)
            ranks = [int(n) for n in re.findall(r"^(\d+)\. ", text, re.M)]
            self.assertEqual(ranks, [1, *range(1, whole + 1)], options)
            self.assertEqual(text.count("This is the last page."), 3, options)

    def test_without_hits_there_are_no_headings(self):
        text = self.session(options=("wxyzwxyz",))
        self.assertIn("No passage has", text)
        self.assertNotRegex(text, r"(?m)^(place|actor|date)$")

    def test_what_would_be_ignored_is_refused(self):
        for option in (("--count",), ("--format", "json"), ("--json",), ("--output", "files"), ("-0",), ("--bundle", "b")):
            outcome = self.sample_search("-i", *option, "Palmyra", stdin=b"")
            self.assert_fails(outcome, 2, "--interactive")
        self.assertFalse((self.folder / "b").exists())
        self.assertEqual(self.sample_search("-i", stdin=b"", env={"FURAT_FORMAT": "json"}).code, 0)

    def test_mistakes_change_nothing(self):
        text = self.session("Palmyra", "(", "sort sideways", "999", "show 9", "undo extra words (")
        self.assertEqual(len(self.passages(text)), 2)
        self.assertIn("There is no value 999", text)
        text = self.session("undo", "up", "help", "quit", "Palmyra")
        self.assertEqual(len(self.passages(text)), 1, "nothing is read after quit")
        for sentence in ("nothing to take back", "There is no filter", "next page"):
            self.assertIn(sentence, text)

    def test_words_that_are_commands_can_be_searched_for(self):
        self.assertIn("1. ", self.session("/2017"))
        self.assertEqual(self.passages(self.session("/up"))[-1], self.found("up")["total_passages"])

    def test_lines_are_no_wider_than_the_page(self):
        for line in self.session("Palmyra", "1", "show 1", "دير الزور", "help").splitlines():
            self.assertLessEqual(len(line), 80, line)


class RebuiltIndexTest(CliTest):
    """What a session does when another index stands where it searches."""

    def setUp(self):
        super().setUp()
        self.file("articles/a.txt", "The army rebuilt the bridge in Palmyra on Monday.\n")
        self.file("articles/b.txt", "The army rebuilt the bridge in Raqqa on Monday.\n")
        self.build("articles")
        self.process = subprocess.Popen([program("furat-search"), "-i", "--place", "Palmyra"], cwd=self.folder,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                        env=clean_environment())
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.kill)

    def read_to(self, end):
        seen, deadline = b"", time.monotonic() + PATIENCE
        while end not in seen:
            if not select.select([self.process.stdout], [], [], max(0, deadline - time.monotonic()))[0]:
                self.fail(f"no {end!r}: {seen[-300:]!r}")
            piece = os.read(self.process.stdout.fileno(), 65536)
            if not piece:
                self.fail(f"the session ended: {seen[-300:]!r}")
            seen += piece

    def rest(self, *lines):
        out, messages = self.process.communicate("".join(line + "\n" for line in lines).encode(), PATIENCE)
        self.assertEqual((self.process.returncode, messages), (0, b""))
        return out.decode()

    def test_a_search_that_cannot_be_answered_any_more_is_told_and_changes_nothing(self):
        self.read_to(b"with place: ")
        self.process.stdin.write(b"bridge\n")
        self.process.stdin.flush()
        self.read_to(b"with place: ")
        (self.folder / "articles/a.txt").unlink()
        self.build("articles")
        text = self.rest("undo", "", "show 1", "n", "army", "undo", "clear", "show 1")
        self.assertGreaterEqual(text.count("Palmyra"), 4)
        self.assertIn("1 passage in 1 article", text)
        self.assertTrue(text.rstrip().endswith("places: Raqqa"), text)

    def test_an_index_that_is_gone_is_told(self):
        self.read_to(b"with place: ")
        shutil.rmtree(self.folder / ".furat")
        self.assertEqual(len(self.rest("bridge", "", "undo").splitlines()), 3)


class TerminalTest(SampleIndexTest):
    def start(self, columns, **environment):
        self.master, slave = pty.openpty()
        self.addCleanup(os.close, self.master)
        self.resize(columns)
        self.process = subprocess.Popen([program("furat-search"), "-i", "--index", str(self.sample), "--limit", "2"],
                                        stdin=slave, stdout=slave, stderr=slave, env=clean_environment(environment),
                                        start_new_session=True)
        os.close(slave)
        self.addCleanup(self.process.wait)
        self.addCleanup(self.process.kill)
        return self.read()

    def resize(self, columns):
        fcntl.ioctl(self.master, termios.TIOCSWINSZ, struct.pack("HHHH", 24, columns, 0, 0))

    def read(self):
        """What is written up to the next prompt, or to the end."""
        seen, deadline = b"", time.monotonic() + PATIENCE
        while not seen.endswith(PROMPT):
            if not select.select([self.master], [], [], max(0, deadline - time.monotonic()))[0]:
                self.fail(f"no prompt: {seen[-300:]!r}")
            try:
                piece = os.read(self.master, 65536)
            except OSError:  # the other end is closed
                break
            if not piece:
                break
            seen += piece
        return seen.decode("utf-8")

    def type(self, line):
        os.write(self.master, line.encode() + b"\r")
        return self.read()

    def plain_lines(self, text):
        text = re.sub(r"\x1b\]8;[^\x1b\x07]*(\x1b\\|\x07)|\x1b\[[0-9;?]*[a-zA-Z]", "", text)
        return [line.rstrip("\r") for line in text.split("\n")]

    def test_a_session_on_a_terminal(self):
        self.assertIn("passages in", self.start(80))
        self.assertIn("Palmyra", self.type("Palmyra"))
        self.assertIn("with place: ", self.type("1"))
        self.assertIn("passages of the article", self.type("show 1"))
        self.type("quit")
        self.assertEqual(self.process.wait(PATIENCE), 0)

    def test_the_width_follows_the_window(self):
        widest = lambda text: max(len(line) for line in self.plain_lines(text)[1:])
        self.assertLessEqual(widest(self.start(80)), 80)
        self.resize(50)
        self.assertLessEqual(widest(self.type("army")), 50)
        self.resize(110)
        self.assertGreater(widest(self.type("army")), 80)

    def test_a_dumb_terminal_gets_no_escapes(self):
        text = self.start(80, TERM="dumb") + self.type("Palmyra") + self.type("1")
        self.assertNotIn("\x1b", text)

    def test_the_end_of_the_input_ends_it(self):
        self.start(80, TERM="dumb")
        os.write(self.master, b"\x04")
        self.read()
        self.assertEqual(self.process.wait(PATIENCE), 0)


if __name__ == "__main__":
    unittest.main()

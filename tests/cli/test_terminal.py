"""furat-search at a terminal: pager, colours, links, widths, and none of these in a pipe."""
import fcntl
import os
import pty
import re
import select
import signal
import struct
import subprocess
import termios
import time
import unicodedata
import unittest

from support import SampleIndexTest, clean_environment, program

ISOLATES = re.compile("[\u2066-\u2069]")
ESCAPES = re.compile(r"\x1b\[[0-9;?]*[a-zA-Z]|\x1b\]8;[^\x1b]*\x1b\\")
RIGHT_TO_LEFT = ("R", "AL")


def columns(line):
    shown = [c for c in line if unicodedata.category(c) not in ("Mn", "Me", "Cf")]
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in shown)


def at_terminal(*arguments, cwd, env=None, width=80, keys=b"", seconds=60):
    """Output and exit code of furat-search whose standard output is a terminal. `keys` are typed once it has printed."""
    pid, terminal = pty.fork()
    if pid == 0:
        fcntl.ioctl(1, termios.TIOCSWINSZ, struct.pack("HHHH", 24, width, 0, 0))
        os.chdir(cwd)
        os.execve(program("furat-search"), ["furat-search", *map(str, arguments)], clean_environment(env))
    output, deadline = b"", time.monotonic() + seconds
    while True:
        if time.monotonic() > deadline:
            os.kill(pid, signal.SIGKILL)
            raise AssertionError(f"still running; so far: {output!r}")
        if not select.select([terminal], [], [], 0.2)[0]:
            continue
        try:
            chunk = os.read(terminal, 65536)
        except OSError:  # the other side is gone
            break
        if not chunk:
            break
        output += chunk
        if keys:
            os.write(terminal, keys)
            keys = b""
    os.close(terminal)
    code = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
    return output.decode("utf-8").replace("\r\n", "\n"), code


class TerminalTest(SampleIndexTest):
    def shown(self, *arguments, env=None, **options):
        env = {"PAGER": "cat"} | (env or {})
        return at_terminal("--index", self.sample, *arguments, cwd=self.folder, env=env, **options)

    def test_the_pager_gets_the_answer_and_the_exit_code_is_that_of_the_search(self):
        for words, code in (("Baghuz", 0), ("xylophone", 1)):
            shown, found = self.shown(words, env={"PAGER": "sed s/^/PAGED:/"})
            self.assertEqual(found, code)
            self.assertTrue(all(line.startswith("PAGED:") for line in shown.splitlines()), shown)

    def test_FURAT_PAGER_and_options_win_over_PAGER(self):
        env = {"PAGER": "sed s/^/PAGED:/", "FURAT_PAGER": "sed s/^/OURS:/"}
        self.assertTrue(self.shown("xylophone", env=env)[0].startswith("OURS:"))
        self.assertTrue(self.shown("--pager", "sed s/^/GIVEN:/", "xylophone", env=env)[0].startswith("GIVEN:"))
        for options in (["--no-pager"], ["--pager", "none"], ["--pager", "sed", "--no-pager"]):
            self.assertTrue(self.shown(*options, "xylophone", env=env)[0].startswith("No passage"), options)

    def test_a_pager_that_is_not_installed_is_done_without(self):
        self.assertTrue(self.shown("xylophone", env={"PAGER": "no-such-pager -x"})[0].startswith("No passage"))

    def test_leaving_the_pager_early_is_quiet_and_no_error(self):
        shown, code = self.shown("--limit", "all", "", env={"PAGER": "head -n 1"})
        self.assertEqual((len(shown.splitlines()), code), (1, 0), shown[:500])

    def test_less_is_left_with_q(self):
        shown, code = self.shown("--limit", "all", "", env={"PAGER": "less", "LESS": "R"}, keys=b"q")
        self.assertEqual(code, 0)
        self.assertIn("313 passages", shown)

    def test_an_error_is_told_after_the_pager_is_gone(self):
        shown, code = self.shown("--place", "Xyzzyq", "siege", env={"PAGER": "sed s/^/PAGED:/"})
        self.assertEqual(code, 2)
        self.assertTrue(shown.startswith("furat-search:"), shown)

    def test_colours_are_for_terminals_that_want_them(self):
        for options, env, coloured in (([], {}, True), ([], {"NO_COLOR": "1"}, False), ([], {"NO_COLOR": ""}, True),
                                       ([], {"TERM": "dumb"}, False), (["--color", "never"], {}, False),
                                       (["--color", "always"], {"NO_COLOR": "1", "TERM": "dumb"}, True)):
            shown, _ = self.shown(*options, "--limit", "2", "Baghuz", env=env)
            self.assertEqual("\x1b[1m" in shown, coloured, (options, env))

    def test_files_are_links_where_the_terminal_shows_them(self):
        link = re.compile(r"\x1b\]8;;file://[^/]+(/[^\x1b]*)#(L\d+|page=\d+)\x1b\\")
        for options, env, linked in (([], {"TERM": "xterm-kitty"}, True), ([], {"VTE_VERSION": "7200"}, True),
                                     ([], {"VTE_VERSION": "4600"}, False), ([], {}, False),
                                     ([], {"TERM": "screen-256color", "VTE_VERSION": "7200"}, False),
                                     (["--hyperlinks", "never"], {"TERM": "xterm-kitty"}, False),
                                     (["--hyperlinks", "always"], {}, True)):
            shown, _ = self.shown(*options, "Baghuz", env={"TERM_PROGRAM": ""} | env)
            found = link.findall(shown)
            self.assertEqual(bool(found), linked, (options, env))
            for path, _ in found:
                self.assertTrue(os.path.exists(path), path)

    def test_nothing_of_this_is_in_a_pipe(self):
        env = {"TERM": "xterm-kitty", "PAGER": "sed s/^/PAGED:/"}
        text = self.sample_search("--facets", "place", "دير الزور", env=env).text
        self.assertNotIn("\x1b", text)
        self.assertNotIn("PAGED", text)
        self.assertIsNone(ISOLATES.search(text))

    def test_names_in_right_to_left_letters_are_isolated(self):
        self.file("names.txt", "Title: الرقة\nSource: عين الفرات\nDate: 2017-10-05\n\nقوات في دير الزور siege today.\n")
        self.build("names.txt", index="own")
        shown, _ = at_terminal("--index", "own", "--facets", "source", "siege", cwd=self.folder, env={"PAGER": "cat"})
        rows = [line for line in shown.splitlines()
                if any(unicodedata.bidirectional(c) in RIGHT_TO_LEFT for c in line)]
        self.assertGreaterEqual(len(rows), 3)
        for line in rows:
            if not line.startswith("siege"):
                self.assertTrue(re.search("[\u2066\u2067].*\u2069", line), line)

    def test_every_screen_fits_its_terminal(self):
        screens = (["--facets", "place,actor,date,source,kind", "--facet-limit", "0", "--limit", "50", ""],
                   ["timeline", "siege"], ["pivot", "--rows", "actor", "--columns", "place"], ["actors"],
                   ["actors", "SDF"], ["places", "Raqqa"], ["دير الزور"], ["xylophone"])
        for width in (80, 40):
            for screen in screens:
                command, rest = (screen[:1], screen[1:]) if screen[0] in ("timeline", "pivot", "actors", "places") else ([], screen)
                shown, code = at_terminal(*command, "--index", self.sample, *rest, cwd=self.folder, width=width,
                                          env={"PAGER": "cat", "TERM": "xterm-kitty"})
                self.assertIn(code, (0, 1), shown)
                for line in ESCAPES.sub("", shown).splitlines():
                    self.assertLessEqual(columns(line), width, (screen, line))

    def test_COLUMNS_wins_over_the_terminal(self):
        shown, _ = self.shown("Baghuz", env={"COLUMNS": "50"}, width=100)
        self.assertLessEqual(max(columns(line) for line in ESCAPES.sub("", shown).splitlines()), 50)

    def test_a_pipe_that_closes_early_is_quiet(self):
        done = subprocess.run(["sh", "-c", f"'{program('furat-search')}' --index '{self.sample}' --limit all '' | head -n 1"],
                              env=clean_environment(), capture_output=True, cwd=self.folder, check=True, timeout=60)
        self.assertEqual(done.stderr, b"")


if __name__ == "__main__":
    unittest.main()

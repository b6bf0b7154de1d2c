#!/usr/bin/env python3
"""check_hardening.py finds each thing that a file lacks, and nothing else: a small program is built without one at a time.

FURAT_CXX names the compiler; only for x86-64, whose machine code the checker reads.
"""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

CHECKER = pathlib.Path(__file__).with_name("check_hardening.py")
PROGRAM = """
#include <cstdio>
#include <cstring>
int main(int count, char** words) {
  char text[20000];
  std::strcpy(text, words[0]);
  std::snprintf(text, sizeof text, "%d", count);
  return text[count];
}
"""
HARDENED = ["-O2", "-U_FORTIFY_SOURCE", "-D_FORTIFY_SOURCE=3", "-fstack-protector-strong", "-fstack-clash-protection",
            "-fcf-protection=full", "-fPIE", "-pie", "-Wl,-z,relro,-z,now", "-Wl,-z,noexecstack"]
# Given after the others, so that it wins, and what must be said of it.
WITHOUT = {
    "-Wl,-z,execstack": "noexecstack",
    "-no-pie -fno-pie": "fixed address",
    "-Wl,-z,norelro": "(relro)",
    "-Wl,-z,lazy": "(now)",
    "-fno-stack-protector": "-fstack-protector-strong",
    "-fno-stack-clash-protection": "-fstack-clash-protection",
    "-fcf-protection=none": "-fcf-protection",
    "-U_FORTIFY_SOURCE": "_FORTIFY_SOURCE",
    "-Wl,-rpath,/somewhere": "folders to load libraries from",
}


class CheckHardening(unittest.TestCase):
    def check(self, *flags):
        """(exit status, lines) of the checker for the program, built with `flags` behind the others."""
        with tempfile.TemporaryDirectory(prefix="furat-hardening-") as folder:
            source, program = pathlib.Path(folder, "program.cpp"), pathlib.Path(folder, "program")
            source.write_text(PROGRAM)
            subprocess.run([os.environ["FURAT_CXX"], *HARDENED, source, "-o", program, *flags], check=True, capture_output=True)
            done = subprocess.run([sys.executable, "-B", CHECKER, program], capture_output=True, text=True)
            self.assertEqual(done.stderr, "")
            return done.returncode, done.stdout.splitlines()

    def test_all_of_it(self):
        self.assertEqual(self.check(), (0, ["1 files, all hardened"]))

    def test_without_one(self):
        for flags, wanted in WITHOUT.items():
            with self.subTest(flags):
                status, lines = self.check(*flags.split())
                self.assertEqual(status, 1)
                self.assertEqual(len(lines), 1, lines)
                self.assertIn(wanted, lines[0])


if __name__ == "__main__":
    unittest.main(verbosity=2)

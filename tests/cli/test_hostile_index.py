"""Every command on an index with flipped bits, cut files and tables of another index: an answer or a clear error.

Which bits and where is decided by a fixed seed. No command may take more memory than MEMORY, nor be ended by a signal.
"""
import os
import random
import resource
import shutil
import unittest

import support
from support import SampleIndexTest

MEMORY = 3 << 30  # bytes of address space
FLIPS = 24
CUTS = 12
PASSAGE = "mayadin-taken.txt#2"
QUESTIONS = (
    ("--format", "json", "--facets", "place,actor,date,source,published,kind", "--facet-limit", "0", "Mayadin army"),
    ("--format", "json", "--group", "article", "--unique", "--explain", "--limit", "100", ""),
    ("timeline", "--format", "json", ""),
    ("pivot", "--format", "json", "--rows", "actor", "--columns", "month", ""),
    ("show", "--format", "json", PASSAGE),
    ("why", "--format", "json", PASSAGE),
    ("similar", "--format", "json", PASSAGE),
    ("facet", "--format", "json", "place", "der"),
    ("actors", "--format", "json", "Islamic State"),
)


class HostileIndexTest(SampleIndexTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        if not os.environ.get("FURAT_SANITIZED"):  # sanitizers map terabytes
            before = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, before[1]))
            cls.addClassCleanup(resource.setrlimit, resource.RLIMIT_AS, before)

    def renew(self):
        """The index as it was built, and its files."""
        shutil.rmtree(self.folder / ".furat", ignore_errors=True)
        shutil.copytree(self.sample, self.folder / ".furat")
        generation = next((self.folder / ".furat").glob("gen-*"))
        return sorted(path for path in generation.rglob("*") if path.is_file())

    def assert_survives(self, outcome, command):
        self.assertGreaterEqual(outcome.code, 0, f"{command} was ended by a signal: {outcome.messages}")
        self.assertNotIn("bad_alloc", outcome.messages, command)
        if outcome.code > 1:
            self.assertNotEqual(outcome.messages, "", f"{command} said nothing")

    def ask_everything(self):
        for question in QUESTIONS:
            self.assert_survives(self.search(*question), question)
        for command in ("status", "verify", "update"):
            self.assert_survives(self.index(command), command)

    def test_single_flipped_bits_end_no_command(self):
        chance = random.Random(11)
        for number in range(FLIPS):
            files = self.renew()
            path = files[number % len(files)]
            content = bytearray(path.read_bytes() or b"\0")
            at, bit = chance.randrange(len(content)), chance.randrange(8)
            with self.subTest(f"bit {bit} of byte {at} of {path.name}"):
                content[at] ^= 1 << bit
                path.write_bytes(content)
                self.ask_everything()

    def test_cut_files_end_no_command(self):
        chance = random.Random(12)
        for number in range(CUTS):
            files = self.renew()
            path = files[number % len(files)]
            size = chance.randrange(max(1, path.stat().st_size))
            with self.subTest(f"{path.name} cut to {size} bytes"):
                os.truncate(path, size)
                self.ask_everything()

    def test_files_of_another_index_end_no_command(self):
        """The other index has other passages, in other numbers, under the same names of files."""
        self.file("other/a.txt", "The bridge of Mayadin fell on 5 October 2017.\n\nNobody crossed the river.\n")
        self.build("other", index="another")
        another = next((self.folder / "another").glob("gen-*"))
        for path in self.renew():
            theirs = another / path.relative_to(path.parents[0 if path.parent.name.startswith("gen-") else 1])
            with self.subTest(f"{path.name} of another index"):
                ours = self.folder / ".furat" / path.relative_to(self.folder / ".furat")
                shutil.copyfile(theirs, ours)
                self.ask_everything()
            self.renew()

    def test_the_index_undamaged_answers_all_of_these(self):
        """Else the tests above would test nothing."""
        self.renew()
        for question in QUESTIONS:
            self.assertEqual(self.search(*question).code, 0, question)


if __name__ == "__main__":
    unittest.main()

"""Every command on an index with flipped bits, cut files, tables of other indexes or absurd lengths: an answer or a clear
error.

Which bits and where is decided by a fixed seed. No command may take more memory than MEMORY or more time than support
gives it, nor be ended by a signal. What Xapian's own tables say is damaged by flips and cuts only: tests/fuzz goes further.
"""
import os
import random
import re
import resource
import shutil
import struct
import unittest

import support
from support import SampleIndexTest

MEMORY = 3 << 30  # bytes of address space
FLIPS = 20
CUTS = 10
LENGTHS = 12
PASSAGE = "mayadin-taken.txt#2"
QUESTIONS = (
    ("--format", "json", "--facets", "place,actor,date,source,published,kind", "--facet-limit", "0", "Mayadin army"),
    ("--format", "json", "--group", "article", "--unique", "--explain", "--limit", "100", ""),
    ("timeline", "--format", "json", ""),
    ("pivot", "--format", "json", "--rows", "actor", "--columns", "month", ""),
    ("show", "--format", "json", "--article", PASSAGE),
    ("why", "--format", "json", PASSAGE),
    ("similar", "--format", "json", PASSAGE),
    ("suggest", "ma"),
    ("facet", "--format", "json", "place", "der"),
    ("actors", "--format", "json", "Islamic State"),
)
SEARCH_CODES = {0, 1, 2}  # hits, none, error
INDEX_CODES = {0, 4, 5, 6, 9}  # done, no index, of an older version, damaged, of a newer version
DAMAGED = 6
ABSURD = (b"\xff\xff\xff\xff\x0f", b"\xff\xff\xff\xff\xff\xff\xff\xff\xff\x01")  # the largest varints of 32 and 64 bits


def stable_hash(content):
    """64-bit FNV-1a in hexadecimal digits, as index/schema.cpp has it."""
    number = 0xcbf29ce484222325
    for byte in content:
        number = (number ^ byte) * 0x100000001b3 & (1 << 64) - 1
    return f"{number:016x}".encode()


class HostileIndexTest(SampleIndexTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        # Its own: copies of it lie as deep as it does, so the way from them to the articles is the same, and updates go.
        cls.original = cls.shared / "index"
        outcome = support.run("furat-index", "build", "--index", cls.original, support.sample_articles(), cwd=cls.shared)
        if outcome.code != 0:
            raise AssertionError(outcome.messages)
        if not os.environ.get("FURAT_SANITIZED"):  # sanitizers map terabytes
            before = resource.getrlimit(resource.RLIMIT_AS)
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, before[1]))
            cls.addClassCleanup(resource.setrlimit, resource.RLIMIT_AS, before)

    def renew(self):
        """The index as it was built, and its files."""
        shutil.rmtree(self.folder / ".furat", ignore_errors=True)
        shutil.copytree(self.original, self.folder / ".furat")
        self.generation = next((self.folder / ".furat").glob("gen-*"))
        return self.files_of(self.generation)

    @staticmethod
    def files_of(generation):
        """But for Xapian's lock, which holds nothing."""
        return sorted(path for path in generation.rglob("*") if path.is_file() and path.name != "flintlock")

    def assert_survives(self, outcome, command, codes):
        self.assertIn(outcome.code, codes, f"{command}: {outcome.messages}")
        self.assertNotIn("bad_alloc", outcome.messages, command)
        if outcome.code > 1:
            self.assertNotEqual(outcome.messages, "", f"{command} said nothing")

    def ask_everything(self):
        """Returns what verify said: it is asked before an update can mend anything."""
        for question in QUESTIONS:
            self.assert_survives(self.search(*question), question, SEARCH_CODES)
        codes = {}
        for command in ("status", "verify", "update"):
            outcome = self.index(command)
            self.assert_survives(outcome, command, INDEX_CODES)
            codes[command] = outcome.code
        return codes["verify"]

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

    def test_cut_files_end_no_command_and_are_found(self):
        chance = random.Random(12)
        for number in range(CUTS):
            files = self.renew()
            path = files[number % len(files)]
            size = chance.randrange(max(1, path.stat().st_size))
            with self.subTest(f"{path.name} cut to {size} bytes"):
                os.truncate(path, size)
                self.assertEqual(self.ask_everything(), DAMAGED)

    def exchange(self, name, theirs):
        with self.subTest(f"{name} of {theirs.parent.name}"):
            ours, theirs = self.generation / name, theirs / name
            differs = ours.read_bytes() != theirs.read_bytes()
            shutil.copyfile(theirs, ours)
            self.assertEqual(self.ask_everything() == DAMAGED, differs)

    def names(self):
        return [path.relative_to(self.generation) for path in self.renew()]

    def test_tables_of_another_index_end_no_command_and_are_found(self):
        """The other index has other passages, in other numbers, under the same names of files."""
        self.file("other/a.txt", "The bridge of Mayadin fell on 5 October 2017.\n\nNobody crossed the river.\n")
        self.build("other", index="another")
        another = next((self.folder / "another").glob("gen-*"))
        for name in self.names():
            self.renew()
            self.exchange(name, another)

    def test_tables_of_the_generation_before_end_no_command_and_are_found(self):
        """An update leaves most of them as they were, in numbers and lengths too."""
        archive = self.folder / "archive"
        shutil.copytree(support.sample_articles(), archive)
        self.build("archive", index="updated")
        before, kept = next((self.folder / "updated").glob("gen-*")), self.folder / "before"
        shutil.copytree(before, kept)
        self.file("archive/mayadin-taken.txt", "Mayadin lost\n\nThe army left Mayadin on 20 October 2017.\n")
        self.assertEqual(self.index("update", "--index", "updated").code, 0)
        self.original = self.folder / "updated"
        shutil.rmtree(before)
        for name in self.names():
            self.renew()
            self.exchange(name, kept)

    def test_columns_of_another_index_with_our_name_on_them_are_found(self):
        """As if they had been written for this database: but what they say is another's."""
        self.renew()
        path = self.generation / "columns"
        columns = bytearray(path.read_bytes())
        numbers = struct.unpack_from(f"{(len(columns) - 104) // 4}I", columns, 104)
        struct.pack_into(f"{len(numbers)}I", columns, 104, *reversed(numbers))
        path.write_bytes(columns)
        self.assertEqual(self.ask_everything(), DAMAGED)

    def test_absurd_lengths_end_no_command_and_are_found(self):
        """In what is ours, with the checksums that belong to it."""
        chance = random.Random(13)
        for number in range(LENGTHS):
            self.renew()
            path = self.generation / ("files", "columns", "digests", "COMPLETE")[number % 4]
            content = path.read_bytes()
            with self.subTest(f"{path.name}, {number}"):
                if path.name == "files":
                    at = chance.randrange(9, len(content) - 16)
                    content = content[:at] + chance.choice(ABSURD) + content[at + 1:-16]
                    content += stable_hash(content)
                elif path.name == "COMPLETE":
                    name = (b"articles", b"passages", b"values")[number // 4]
                    content = re.sub(name + b" [0-9]+", name + b" 4294967295", content)
                else:
                    at = chance.randrange(12, 104 if path.name == "columns" else 20)
                    content = content[:at] + b"\xff\xff\xff\xff" + content[at + 4:]
                path.write_bytes(content)
                self.assertEqual(self.ask_everything(), DAMAGED)

    def test_the_index_undamaged_answers_all_of_these(self):
        """Else the tests above would test nothing."""
        self.renew()
        for question in QUESTIONS:
            self.assertEqual(self.search(*question).code, 0, question)
        self.assertEqual(self.ask_everything(), 0)


if __name__ == "__main__":
    unittest.main()

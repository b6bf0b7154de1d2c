"""What the programs do with an index that is of another version, cut short or has flipped bytes."""
import random
import shutil
import unittest

import support
from support import SampleIndexTest

TABLES = ("postlist.glass", "docdata.glass", "termlist.glass", "position.glass", "iamglass")
FLIPS = 60


class DamagedIndexTest(SampleIndexTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(self.sample, self.folder / ".furat")
        self.generation = next((self.folder / ".furat").glob("gen-*"))
        self.version = int((self.generation / "COMPLETE").read_text().split()[1])

    def edit_completion(self, old, new):
        path = self.generation / "COMPLETE"
        text = path.read_text()
        self.assertIn(old, text)
        path.write_text(text.replace(old, new))

    def pretend_version(self, version):
        self.edit_completion(f"furat-generation {self.version}\n", f"furat-generation {version}\n")

    def assert_refused(self, code, *fragments):
        """status, verify and a search all refuse the index with the same words."""
        self.assert_fails(self.index("status"), code, *fragments)
        self.assert_fails(self.index("verify"), code, *fragments)
        self.assert_fails(self.search("ISIS"), 2, *fragments)

    def test_a_newer_schema_exits_9_and_asks_for_a_newer_program(self):
        self.pretend_version(self.version + 1)
        self.assert_refused(9, f"version {self.version + 1}", f"version {self.version}", "newer furat")

    def test_an_older_schema_exits_5_and_asks_for_a_new_build_which_then_works(self):
        self.pretend_version(self.version - 1)
        self.assert_refused(5, f"version {self.version - 1}", f"version {self.version}", "furat-index build")
        self.build(support.sample_articles())
        self.assert_verifies()
        self.assertEqual(self.search("ISIS").code, 0)

    def test_a_newer_schema_is_known_whatever_follows_its_number(self):
        (self.generation / "COMPLETE").write_text("furat-generation 4711\nanything else\n")
        self.assert_refused(9, "version 4711", f"version {self.version}")

    def test_a_completion_record_that_is_cut_or_gone_exits_6(self):
        whole = (self.generation / "COMPLETE").read_bytes()
        for rest in (b"", whole[:30], whole[:-4]):
            (self.generation / "COMPLETE").write_bytes(rest)
            self.assert_refused(6, self.generation.name)
        (self.generation / "COMPLETE").unlink()
        self.assert_refused(6, self.generation.name)

    def test_a_pointer_to_no_generation_exits_6(self):
        for content in ("", "gen-000009\n", "../../etc\n", "gen-1/../..\n", "\0\xff\n"):
            (self.folder / ".furat/CURRENT").write_bytes(content.encode("latin-1"))
            self.assert_fails(self.index("status"), 6)
            self.assert_fails(self.index("verify"), 6)
            self.assert_fails(self.search("ISIS"), 2)

    def test_a_build_mends_a_damaged_pointer(self):
        (self.folder / ".furat/CURRENT").write_bytes(b"rubbish\n")
        self.build(support.sample_articles())
        self.assert_verifies()

    def test_counts_that_are_not_those_of_the_database_exit_6(self):
        self.edit_completion("passages ", "passages 1")
        self.assertEqual(self.index("verify").code, 6)

    def test_a_table_that_is_cut_short_or_gone_exits_6(self):
        for table in TABLES:
            path = self.generation / "passages" / table
            whole = path.read_bytes()
            for size in (0, len(whole) // 2, len(whole) - 1):
                path.write_bytes(whole[:size])
                outcome = self.index("verify")
                self.assertEqual(outcome.code, 6, f"{table} cut to {size} bytes: {outcome.messages}")
                self.assertNotEqual(outcome.messages, "")
            path.unlink()
            outcome = self.index("verify")
            self.assertEqual(outcome.code, 6, f"{table} removed: {outcome.messages}")
            path.write_bytes(whole)
        self.assert_verifies()

    def test_facet_columns_that_are_cut_short_exit_6_and_searches_count_without_them(self):
        counts = self.search("--format", "json", "--facets", "place,date", "ISIS").json["facets"]
        path = self.generation / "columns"
        path.write_bytes(path.read_bytes()[:-100])
        self.assertEqual(self.index("verify").code, 6)
        self.assertEqual(self.search("--format", "json", "--facets", "place,date", "ISIS").json["facets"], counts)

    def answer(self):
        outcome = self.search("--format", "json", "--facets", "place,actor,date,source,published",
                              "--facet-limit", "0", "--limit", "200", "")
        return outcome.code, outcome.out

    def test_flipped_bytes_are_found_or_do_not_matter_and_never_crash_a_program(self):
        """A flip in the unused part of a block is no fault; then the answers must be what they were."""
        chance = random.Random(7)
        before, found = self.answer(), 0
        paths = [self.generation / "passages" / table for table in TABLES] + [self.generation / "columns"]
        for number in range(FLIPS):
            path = paths[number % len(paths)]
            whole = path.read_bytes()
            at, length = chance.randrange(len(whole)), chance.choice((1, 4, 64, 4096))
            flipped = bytes(byte ^ 0xFF for byte in whole[at:at + length])
            path.write_bytes(whole[:at] + flipped + whole[at + length:])
            where = f"{path.name}, {length} bytes flipped from {at} of {len(whole)}"
            with self.subTest(where):
                verified, after = self.index("verify"), self.answer()
                self.assertIn(after[0], (0, 1, 2), f"the search crashed")
                self.assertIn(verified.code, (0, 4, 5, 6), verified.messages)
                if verified.code == 0:
                    self.assertEqual(after, before, "verify found no fault, but the answer is another one")
                else:
                    found += 1
                    self.assertNotEqual(verified.messages, "")
            path.write_bytes(whole)
        self.assertGreater(found, FLIPS // 3)
        self.assertEqual(self.answer(), before)


if __name__ == "__main__":
    unittest.main()

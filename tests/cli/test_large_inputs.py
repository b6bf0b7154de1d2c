"""Files of 50 MB without a line end (slow)."""
import unittest

from support import CliTest

SIZE = 50_000_000


class LargeInputTest(CliTest):
    def read(self, unit):
        self.file("large.txt", unit * (SIZE // len(unit)) + " xylophone\n")
        self.build("large.txt")
        self.assert_verifies()
        self.assertEqual(self.search("--format", "json", "xylophone").json["total_passages"], 1)

    def test_a_line_of_50_megabytes_of_sentences_is_read(self):
        self.read("Nothing of note was said about the bridge that day, and rain fell on the road. ")

    def test_a_line_of_50_megabytes_without_sentence_ends_is_read(self):
        self.read("bridge road river ")

    def test_a_word_of_50_megabytes_is_read(self):
        self.read("x")

    def test_50_megabytes_of_invalid_bytes_are_no_crash(self):
        self.file("large.txt", "الجسر bridge ".encode() + b"\xff\xc3(" * (SIZE // 3))
        outcome = self.index("build", "large.txt")
        self.assertIn(outcome.code, (0, 3), outcome.messages)
        self.assertIn("large.txt", outcome.messages)
        self.assert_verifies()


if __name__ == "__main__":
    unittest.main()

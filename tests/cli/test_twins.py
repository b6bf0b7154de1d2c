"""The same article in another format and as plain text: the same passages under the same headings."""
import csv
import re
import unittest

from support import CliTest, required_folder

# A bullet or a number is part of the text where somebody typed it and an attribute where a format knows lists.
LIST_MARKER = re.compile(r"^(?:[-*\u2022]|\d+[.)])\s+", re.MULTILINE)


def twins():
    folder = required_folder("FURAT_SOURCE_DIR") / "tests" / "data" / "twins"
    with open(folder / "twins.tsv", encoding="utf-8", newline="") as table:
        return [(folder / row["document"], folder / row["plain"]) for row in csv.DictReader(table, delimiter="\t")]


class TwinsTest(CliTest):
    def passages(self, path):
        """The titles of a file's passages, and (heading, text) of each; the title is no heading of its own."""
        outcome = self.index("passages", "--jsonl", path)
        self.assertEqual(outcome.code, 0, outcome.messages)
        rows = outcome.rows
        parts = [("" if row["heading"] == row["title"] else row["heading"], LIST_MARKER.sub("", row["text"]))
                 for row in rows]
        return {row["title"] for row in rows}, parts

    def test_a_document_has_the_passages_of_its_plain_twin(self):
        pairs = twins()
        self.assertGreaterEqual(len(pairs), 8)
        for document, plain in pairs:
            with self.subTest(document=document.name):
                plain_titles, plain_parts = self.passages(plain)
                titles, parts = self.passages(document)
                self.assertEqual(len(plain_parts), 3, "the twin has a lead and two sections")
                self.assertEqual(parts, plain_parts)
                self.assertEqual(titles, plain_titles)


if __name__ == "__main__":
    unittest.main()

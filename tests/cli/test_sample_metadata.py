"""What the readers find out about the articles of the sample archive that are no plain text: title, day, source."""
import csv
import unittest

from support import SampleIndexTest, required_folder


class SampleMetadataTest(SampleIndexTest):
    def test_title_day_and_source_are_those_that_the_file_states(self):
        table = required_folder("FURAT_SOURCE_DIR") / "tests" / "data" / "sample_metadata.tsv"
        with open(table, encoding="utf-8", newline="") as rows:
            expected = list(csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))
        found = {hit["article"]["id"]: hit["article"] for hit in self.found("--limit", "1000", "")["hits"]}
        self.assertGreater(len(expected), 30)
        for row in expected:
            with self.subTest(article=row["article"]):
                article = found[row["article"]]
                self.assertEqual(article["title"], row["title"])
                self.assertEqual(article["source"], row["source"])
                self.assertEqual(article["published"], row["published"])
                if row["method"]:  # empty: any way of finding the day will do
                    self.assertEqual(article["published_method"], row["method"])


if __name__ == "__main__":
    unittest.main()

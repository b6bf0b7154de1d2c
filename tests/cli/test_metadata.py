"""furat-index metadata: what a build would know about each article, from every format and the chain behind it."""
import json
import os
import unittest

from support import CliTest, sample_articles

KEYS = ["file", "title", "published", "published_method", "source", "author", "url"]
TEXT = "The army entered Mayadin on Saturday, and the town was quiet in the evening.\n"


class MetadataTest(CliTest):
    def rows(self, *arguments, code=0):
        outcome = self.index("metadata", "--jsonl", *arguments)
        self.assertEqual(outcome.code, code, outcome.messages)
        return {row["file"]: row for row in outcome.rows}

    def published(self, *arguments):
        return {file: (row["published"], row["published_method"]) for file, row in self.rows(*arguments).items()}

    def test_a_row_has_exactly_the_documented_keys_and_null_for_what_is_unknown(self):
        self.file("a.txt", TEXT)
        outcome = self.index("metadata", "--jsonl", "a.txt")
        self.assertEqual([list(row) for row in outcome.rows], [KEYS])
        self.assertEqual(outcome.rows[0], dict.fromkeys(KEYS) | {"file": "a.txt"})

    def test_a_source_that_the_text_states_is_counted_and_found_after_a_build_and_an_update(self):
        def sources(index):
            outcome = self.search("--index", index, "--json", "--limit", "0", "--facets", "source")
            return {value["id"]: value["articles"] for value in outcome.json["facets"]["source"]["values"]}

        self.file("in/a.txt", f"Source: Desert Gazette\n\n{TEXT}\n{TEXT}")
        self.file("in/b.md", f"---\nsite: Field Notes\n---\n{TEXT}")
        self.build("in")
        self.assertEqual(sources(".furat"), {"Desert Gazette": 1, "Field Notes": 1})
        self.file("in/c.txt", f"Source: Desert Gazette\n\nA bridge fell.\n{TEXT}")
        self.file("in/0.txt", f"Source: River Post\n\nA road was shut.\n{TEXT}")
        self.assertEqual(self.index("update").code, 0)
        self.build("in", index="anew")
        self.assertEqual(sources(".furat"), {"Desert Gazette": 2, "Field Notes": 1, "River Post": 1})
        self.assertEqual(sources("anew"), sources(".furat"))
        self.assertEqual(self.index("digest").out, self.index("digest", "--index", "anew").out)
        self.assertEqual(self.search("--count", "--source", "Desert Gazette").text, "2\n")
        self.assert_verifies()
        counts = self.index("verify", "--counts")
        self.assertEqual(counts.code, 0, counts.messages)

    def test_every_format_states_its_metadata(self):
        stated = {"title": "The town", "source": "Field Notes", "author": "Jane Doe", "url": "https://x.test/1"}
        self.file("in/a.jsonl", json.dumps({"id": "1", "text": TEXT, "published": "2017-10-14"} | stated) + "\n")
        self.file("in/b.csv", "headline;publisher;author;link;date;text\n"
                              f'The town;Field Notes;Jane Doe;https://x.test/1;14 Oct 2017;"{TEXT}"\n')
        self.file("in/c.md", "---\ntitle: The town\nsite: Field Notes\nauthors: [Jane Doe]\nlink: https://x.test/1\n"
                             f"date: 2017-10-14\n---\n{TEXT}")
        self.file("in/d.txt", "Title: The town\nSource: Field Notes\nAuthor: Jane Doe\nURL: https://x.test/1\n"
                              f"Date: 14 October 2017\n\n{TEXT}\n{TEXT}")
        rows = self.rows("in")
        methods = {"a.jsonl": "record", "b.csv": "record", "c.md": "front-matter", "d.txt": "date-line"}
        self.assertEqual(set(rows), set(methods))
        for file, method in methods.items():
            with self.subTest(file):
                self.assertEqual(rows[file], stated | {"file": file, "published": "2017-10-14",
                                                       "published_method": method})

    def test_the_day_of_publication_comes_from_the_first_witness_of_the_chain(self):
        record = {"text": "DAMASCUS, 4 Oct 2017 (SANA) - " + TEXT}
        self.file("in/2017-10-05-name.txt", TEXT)
        self.file("in/2017-10-05-dateline.txt", record["text"])
        self.file("in/2017-10-05-line.txt", "Date: 3 October 2017\n\n" + record["text"] + "\n" + TEXT)
        self.file("in/2017-10-05-url.txt",
                  "URL: https://x.test/2017/10/02/a\nDate: 3 October 2017\n\n" + record["text"] + "\n" + TEXT)
        self.file("in/2017-10-05-sidecar.txt", "URL: https://x.test/2017/10/02/a\n\n" + record["text"] + "\n" + TEXT)
        self.file("in/2017-10-05-sidecar.meta.toml", "published = 2017-10-01\n")
        self.file("in/2017-10-05-records.jsonl", json.dumps({"id": "1", "text": TEXT}) + "\n")
        self.assertEqual(self.published("in"), {
            "2017-10-05-name.txt": ("2017-10-05", "file-name"),
            "2017-10-05-dateline.txt": ("2017-10-04", "dateline"),
            "2017-10-05-line.txt": ("2017-10-03", "date-line"),
            "2017-10-05-url.txt": ("2017-10-02", "url"),
            "2017-10-05-sidecar.txt": ("2017-10-01", "sidecar"),
            "2017-10-05-records.jsonl": (None, None)})

    def test_the_time_a_file_was_written_is_never_used(self):
        path = self.file("in/a.txt", TEXT)
        os.utime(path, (1507075200, 1507075200))
        self.assertEqual(self.published("in"), {"a.txt": (None, None)})

    def test_sidecars_are_no_articles_and_the_nearest_one_wins(self):
        self.file("in/sub/a.txt", TEXT)
        self.file("in/metadata.toml", '[[article]]\nfile = "sub/a.txt"\ntitle = "Top"\nsource = "Top"\nauthor = "Top"\n')
        self.file("in/sub/metadata.csv", "file,title,source\na.txt,Folder,Folder\n")
        self.file("in/sub/a.txt.meta.toml", 'title = "Own"\n')
        self.file("given.csv", "file,url\nsub/a.txt,https://x.test/given\n")
        rows = self.rows("--metadata", "given.csv", "in")
        self.assertEqual(list(rows), ["sub/a.txt"])
        row = rows["sub/a.txt"]
        self.assertEqual([row[key] for key in ("title", "source", "author", "url")],
                         ["Own", "Folder", "Top", "https://x.test/given"])

    def test_a_build_takes_the_same_metadata(self):
        self.build(sample_articles())
        keys = ("file", "title", "published", "published_method", "source", "url")
        hits = self.search("--format", "json", "--limit", "2000", "").json["hits"]
        rows = self.index("metadata", "--jsonl", sample_articles()).rows
        built = {tuple(hit["article"][key] for key in keys) for hit in hits}
        self.assertEqual(built, {tuple(row[key] for key in keys) for row in rows})
        self.assertGreater(len(built), 30)

    def test_the_text_is_a_block_an_article_within_eighty_columns(self):
        self.file("in/a.jsonl", "\n".join(json.dumps(
            {"id": f"wire-{i}", "title": "word " * 60 + "\u65b0\u805e" * 60, "text": TEXT, "published": "2017-10-14",
             "url": "https://x.test/" + "a" * 200}) for i in (1, 2)) + "\n")
        self.file("in/b.txt", TEXT)
        outcome = self.index("metadata", "in")
        self.assertEqual(outcome.code, 0, outcome.messages)
        blocks = outcome.text.split("\n\n")
        self.assertEqual([block.splitlines()[0] for block in blocks], ["a.jsonl", "a.jsonl", "b.txt"])
        self.assertIn("  id         wire-2\n", blocks[1])
        self.assertIn("  published  2017-10-14 (record)\n", blocks[0])
        self.assertIn("  published  -\n", blocks[2])
        for line in outcome.text.splitlines():
            self.assertLessEqual(sum(2 if c > "\u2e80" else 1 for c in line), 80, line)

    def test_what_was_skipped_is_named_and_exits_3(self):
        self.file("in/a.txt", TEXT)
        self.file("in/b.csv", "town,people\nRaqqa,5\n")
        self.file("in/c.bin", b"\x7fELF" + bytes(range(256)))
        outcome = self.index("metadata", "--jsonl", "in")
        self.assertEqual(outcome.code, 3)
        self.assertEqual(len(outcome.rows), 1)
        self.assertRegex(outcome.messages, r"b\.csv: skipped: .*\"town\", \"people\"")
        self.assertRegex(outcome.messages, r"c\.bin: skipped: ")

    def test_what_cannot_be_read_at_all_exits_2(self):
        self.file("a.txt", TEXT)
        self.assert_fails(self.index("metadata", "missing"), 2, "missing")
        self.assert_fails(self.index("metadata", "--metadata", "missing.csv", "a.txt"), 2, "missing.csv")
        self.assert_fails(self.index("metadata"), 2)

    def test_nothing_of_a_file_steers_a_terminal(self):
        self.file("in/a.md", '---\ntitle: "red \\e[31m \\u202e back"\nauthor: "a\\u0007b"\n---\n' + TEXT)
        for arguments in (["metadata", "in"], ["metadata", "--jsonl", "in"]):
            out = self.index(*arguments).text
            for control in ("\x1b", "\u202e", "\x07"):
                self.assertNotIn(control, out)


if __name__ == "__main__":
    unittest.main()

"""What furat-index makes of real and of strange files: encodings, offsets, broken bytes."""
import json
import re
import unittest

from support import CliTest, sample_articles

TEXT = "Siege of Kobané\n\nLe général a dit que l’armée était à Mayadin le 14 octobre 2017.\n"


# The sample files whose text stands in them as it is, or nearly so. Of the others, offsets count what was taken out.
MAPPED = (".txt", ".jsonl", ".csv")


def text_of_file(name, raw):
    """The bytes of a sample file as a reader would see them: escapes of JSON undone, old encodings decoded."""
    if name.endswith(".csv"):
        return raw.decode("utf-8").replace('""', '"')
    if name.endswith(".jsonl"):
        return json.loads(b'"' + raw + b'"')
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("windows-1252")


def unwrapped(text):
    """White space, form feeds and hyphens left out: what wrapping and mending may change."""
    return re.sub(r"[\s\u00ad\u200b\ufeff-]+", "", text)


class OffsetTest(CliTest):
    """CONTRACT.md: start and end are bytes of the original file."""

    def preview(self, command):
        outcome = self.index(command, "--jsonl", sample_articles())
        self.assertEqual(outcome.code, 0, outcome.messages)
        for row in outcome.rows:
            if not row["file"].endswith(MAPPED):
                continue
            original = (sample_articles() / row["file"]).read_bytes()
            yield row, text_of_file(row["file"], original[row["start"]:row["end"]])

    def test_the_bytes_of_a_passage_are_its_text(self):
        last = {}
        for row, source in self.preview("passages"):
            with self.subTest(file=row["file"], start=row["start"]):
                self.assertLess(row["start"], row["end"])
                self.assertEqual(unwrapped(source), unwrapped(row["text"]))
                self.assertGreaterEqual(row["start"], last.get(row["file"], 0), "passages overlap")
                self.assertEqual({"file", "start", "end", "title", "heading", "text", "page"} - row.keys(), set())
            last[row["file"]] = row["end"]
        self.assertGreater(len(last), 30)

    def test_the_bytes_of_a_mention_are_its_text(self):
        seen = set()
        for row, source in self.preview("annotate"):
            with self.subTest(file=row["file"], start=row["start"], text=row["text"]):
                self.assertEqual(unwrapped(source), unwrapped(row["text"]))
                self.assertIn(row["type"], ("place", "date", "actor"))
                self.assertTrue(row["rule"] and row["value"] and row["name"])
                keys = {"place": {"lat", "lon", "geonameid", "country", "kind", "role", "path"},
                        "date": {"first", "last", "granularity", "flags", "anchor"}, "actor": {"kind", "path"}}
                self.assertEqual(keys[row["type"]] - row.keys(), set())
                if row["type"] == "date" and row["first"] and row["last"]:
                    self.assertLessEqual(row["first"], row["last"])
            seen.add(row["type"])
        self.assertEqual(seen, {"place", "date", "actor"})

    def test_the_hits_of_a_search_have_the_same_bytes(self):
        self.build(sample_articles())
        hits = self.search("--format", "json", "--limit", "1000", "").json["hits"]
        hits = [hit for hit in hits if hit["file"].endswith(MAPPED)]
        self.assertGreater(len(hits), 100)
        for hit in hits:
            original = (sample_articles() / hit["file"]).read_bytes()
            with self.subTest(passage=hit["passage"]):
                self.assertEqual(original[:hit["start"]].count(b"\n") + 1, hit["line"])
                source = unwrapped(text_of_file(hit["file"], original[hit["start"]:hit["end"]]))
                self.assertTrue(unwrapped(hit["text"]).endswith(source[-200:]))
                for mention in hit["places"] + hit["dates"] + hit["actors"]:
                    named = text_of_file(hit["file"], original[mention["start"]:mention["end"]])
                    self.assertEqual(unwrapped(named), unwrapped(mention["text"]))

    def test_the_file_is_named_as_given_or_relative_to_the_folder_given(self):
        self.file("articles/sub/a.txt", TEXT)
        for given, name in (("articles", "sub/a.txt"), ("articles/sub", "a.txt"),
                            ("articles/sub/a.txt", "articles/sub/a.txt")):
            rows = self.index("passages", "--jsonl", given).rows
            self.assertEqual({row["file"] for row in rows}, {name})

    def test_the_metadata_file_gives_title_and_the_day_relative_dates_count_from(self):
        self.file("articles/a.txt", "The army entered Mayadin last Tuesday and stayed there.\n")
        self.file("meta.tsv", "file\ttitle\tpublished\tsource\turl\na.txt\tGiven title\t2017-10-14\tWire\t\n")
        passage = self.index("passages", "--jsonl", "--metadata", "meta.tsv", "articles").rows[0]
        self.assertEqual(passage["title"], "Given title")
        dates = [row for row in self.index("annotate", "--jsonl", "--metadata", "meta.tsv", "articles").rows
                 if row["type"] == "date"]
        self.assertEqual([row["first"] for row in dates], ["2017-10-10"])


class StrangeInputTest(CliTest):
    """Never a crash, the words found, and a message wherever something was replaced."""

    def read(self, content, code=0, name="a.txt"):
        self.file(f"articles/{name}", content)
        outcome = self.build("articles", code=code)
        self.assert_verifies()
        for command in ("passages", "annotate"):
            self.assertEqual(self.index(command, "--jsonl", "articles").code, code)
        return outcome.messages

    def assert_found(self, query, hits=1):
        self.assertEqual(self.search("--format", "json", query).json["total_passages"], hits)

    def test_line_ends_and_byte_order_marks_change_nothing_but_offsets(self):
        texts = []
        for content in (TEXT, TEXT.replace("\n", "\r\n"), TEXT.replace("\n", "\r"), "\ufeff" + TEXT):
            self.assertNotIn("warning", self.read(content))
            self.assert_found("général Mayadin")
            texts.append([row["text"] for row in self.index("passages", "--jsonl", "articles").rows])
        self.assertTrue(all(text == texts[0] for text in texts), texts)

    def test_utf_16_is_read_and_its_offsets_are_bytes_of_the_file(self):
        for encoding in ("utf-16-le", "utf-16-be"):
            raw = ("\ufeff" + TEXT).encode(encoding)
            self.read(raw)
            self.assert_found("général")
            row = self.index("passages", "--jsonl", "articles").rows[-1]
            self.assertEqual(unwrapped(raw[row["start"]:row["end"]].decode(encoding)), unwrapped(row["text"]))

    def test_latin_1_is_read_with_a_message(self):
        messages = self.read(TEXT.replace("’", "'").encode("latin-1"))
        self.assertRegex(messages, r"a\.txt: warning: .*not UTF-8")
        self.assert_found("général")

    def test_broken_utf_8_is_replaced_with_a_message(self):
        for broken in (b"\xff", b"\xc3", b"\xe2\x82", b"\xf0\x9f\x98", b"\xc0\xaf", b"\xed\xa0\x80"):
            messages = self.read(TEXT.encode() * 3 + b"bridge " + broken)
            self.assertRegex(messages, r"a\.txt: warning: .*U\+FFFD")
            self.assert_found("bridge")

    def test_control_characters_and_nul_are_no_crash(self):
        self.read(TEXT.encode() + b"The bridge\x00 of \x01\x1b[31m Raqqa\x07 fell.\n")
        self.assert_found("bridge")

    def test_binary_files_are_skipped_by_name(self):
        self.file("articles/good.txt", TEXT)
        messages = self.read(b"\x7fELF" + bytes(range(256)) * 64, code=3, name="program")
        self.assertIn("program: skipped", messages)

    def test_a_line_of_a_megabyte_is_no_crash(self):
        self.read("The army held the bridge of Raqqa in March 2017, it was said. " * (1_000_000 // 62))
        self.assertGreater(self.search("--format", "json", "bridge").json["total_passages"], 200)

    def test_a_word_of_a_megabyte_is_no_crash(self):
        self.read("x" * 1_000_000 + " bridge\n")
        self.assert_found("bridge")

    def test_paragraphs_without_end_and_combining_marks_without_end_are_no_crash(self):
        self.read("\n".join("ab" for _ in range(200_000)) + "\n\nbridge\n")
        self.read("bridge a" + "\u0301" * 100_000 + "\n")
        self.read("bridge " + "(" * 50_000 + '"' * 50_000 + "- " * 50_000 + "\n")

    def test_strange_lines_of_jsonl_are_named_and_never_a_crash(self):
        lines = ['{"id": "good", "text": "The bridge of Raqqa."}', "[" * 100_000, '{"id": "x"}', "null", "17", '"text"',
                 '{"id": 5, "text": "five"}', '{"id": "y", "text": null}', '{"id": "z", "text": "\\ud800 lone"}',
                 '{"id": "good", "text": "The same id again."}', "{" + '"a":{' * 20_000, "\0\0", "\ufeff{}"]
        messages = self.read("\n".join(lines) + "\n", code=3, name="wire.jsonl")
        self.assert_found('"bridge of Raqqa"')
        for number in (2, 3, 4, 5, 6, 8, 11, 12):
            self.assertRegex(messages, rf"wire\.jsonl\D+{number}\b")


if __name__ == "__main__":
    unittest.main()

"""furat-index annotate --format timeml: documents parse, hold the text and every date, and land where they should."""
import json
import os
import re
import unittest
import xml.etree.ElementTree as ElementTree

from support import CliTest, SampleIndexTest, run, sample_articles

TEXT = "The army entered Mayadin on 14 October 2017, and the next day the town was quiet.\n"
SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}noNamespaceSchemaLocation"
# XML 1.0, production 2
NOT_XML = "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]"
REFERENCES = ("anchorTimeID", "beginPoint", "endPoint")

# What TIMEX3 has as values of its types.
DAY, REFERENCE = r"(\d{4}|XXXX)-(\d\d-\d\d|XX-XX)", "(PAST|PRESENT|FUTURE)_REF"
LENGTH = r"P(X|[\d.]+)(D|W|WE|M|Q|Y|DE|CE)|PT((X|[\d.]+)[HMS])+"
FORMS = {
    "DATE": rf"^({DAY}|{REFERENCE}|(BC)?(\d{{2,4}}|XXXX)|(\d{{4}}|XXXX)-(\d\d|W(\d\d|XX)(-[1-7]|-WE)?|[SFW][PUAI]|[QH]\d))$",
    "TIME": rf"^(({DAY})?T(\d\d:\d\d|MO|AF|EV|NI)|{REFERENCE})$",
    "DURATION": rf"^({LENGTH})$",
    "SET": rf"^({LENGTH}|XXXX-WXX-[1-7])$"}


def parsed(document):
    root = ElementTree.fromstring(document)
    assert root.tag == "TimeML" and root.get(SCHEMA).endswith("TimeML_1.2.1.xsd"), root.attrib
    assert [child.tag for child in root] == ["DOCID", "DCT", "TITLE", "TEXT"], [child.tag for child in root]
    return root


def content(root, tag):
    return "".join(root.find(tag).itertext())


def tags(root):
    """The TIMEX3 of the text, those that hold text and the empty ones apart."""
    found = list(root.find("TEXT"))
    return [tag for tag in found if tag.text], [tag for tag in found if not tag.text]


def value_in_timeml(value):
    return "XXXX" + value[1:] if value.startswith("--") else value


class TimemlOfTheSampleTest(SampleIndexTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        outcome = run("furat-index", "annotate", "--format", "timeml", "--output", "out", sample_articles(),
                      cwd=cls.shared)
        assert outcome.code == 0 and outcome.out == b"", outcome.messages
        files = sorted((cls.shared / "out").iterdir())
        assert all(file.suffix == ".tml" for file in files), files
        roots = [parsed(file.read_bytes()) for file in files]
        cls.documents = {content(root, "DOCID"): root for root in roots}
        assert len(cls.documents) == len(files)
        rows = run("furat-index", "annotate", "--jsonl", sample_articles(), cwd=cls.shared).rows
        cls.dates = {}
        for row in rows:
            if row["type"] == "date":
                cls.dates.setdefault(row["article"], []).append(row)

    def test_every_article_has_its_document_with_its_day_and_title(self):
        metadata = self.index("metadata", "--jsonl", sample_articles()).rows
        self.assertEqual(len(self.documents), len(metadata))
        titles = sorted((content(root, "DCT"), content(root, "TITLE")) for root in self.documents.values())
        self.assertEqual(titles, sorted((row["published"] or "", row["title"] or "") for row in metadata))

    def test_the_text_without_its_tags_is_that_of_the_passages(self):
        hits = self.found("--limit", "1000", "")["hits"]
        passages = {}
        for hit in hits:
            passages.setdefault(hit["article"]["id"], []).append((int(hit["passage"].rpartition("#")[2]), hit["text"]))
        self.assertEqual(set(passages), set(self.documents))
        for article, texts in passages.items():
            with self.subTest(article):
                self.assertEqual(content(self.documents[article], "TEXT"),
                                 "\n\n".join(text for _, text in sorted(texts)))

    def test_every_date_has_its_tag(self):
        self.assertTrue(set(self.dates) <= set(self.documents))
        for article, root in self.documents.items():
            with self.subTest(article):
                rows = self.dates.get(article, [])
                full, _ = tags(root)
                self.assertEqual([tag.text for tag in full], [row["text"] for row in rows])
                for tag, row in zip(full, rows, strict=True):
                    self.assertEqual(tag.get("temporalFunction"), "true" if row["anchor"] else "false")
                    if "/" in row["value"]:
                        self.assertEqual(tag.get("type"), "DURATION")
                    else:
                        self.assertEqual(tag.get("value"), value_in_timeml(row["value"]))

    def test_an_empty_tag_stands_behind_each_range_and_its_ends(self):
        total = 0
        for article, root in self.documents.items():
            rows = self.dates.get(article, [])
            expected = sum(2 * ("/" in row["value"]) + ("begins-range" in row["flags"]) for row in rows)
            self.assertEqual(len(tags(root)[1]), expected, article)
            total += expected
        self.assertGreater(total, 10)

    def test_every_tag_has_a_number_of_its_own_and_names_only_tags_that_are_there(self):
        named = {name: 0 for name in REFERENCES}
        for article, root in self.documents.items():
            elements = list(root.iter("TIMEX3"))
            self.assertEqual([tag.get("tid") for tag in elements], [f"t{i}" for i in range(len(elements))], article)
            known = {tag.get("tid") for tag in elements}
            for tag in elements:
                self.assertRegex(tag.get("value"), FORMS[tag.get("type")])
                for name in REFERENCES:
                    if tag.get(name):
                        self.assertIn(tag.get(name), known - {tag.get("tid")})
                        named[name] += 1
        self.assertTrue(all(count > 10 for count in named.values()), named)

    def test_an_anchor_is_the_day_of_publication_or_an_earlier_tag_of_its_day(self):
        for article, root in self.documents.items():
            published = content(root, "DCT")
            values = {}
            full, _ = tags(root)
            for tag, row in zip(full, self.dates.get(article, []), strict=True):
                anchor = tag.get("anchorTimeID")
                if row["anchor"] and row["anchor"] == published:
                    self.assertEqual(anchor, "t0")
                elif anchor:
                    self.assertLess(int(anchor[1:]), int(tag.get("tid")[1:]))
                    self.assertNotEqual(anchor, "t0")
                    if anchor in values:
                        self.assertIn(row["anchor"], values[anchor])
                values[tag.get("tid")] = (row["value"][:10], row["first"])


class TimemlOptionsTest(CliTest):
    def test_one_article_goes_to_stdout_in_jsonl_and_timeml_alike(self):
        self.file("a.txt", TEXT)
        outcome = self.index("annotate", "--format", "timeml", "a.txt")
        self.assertEqual((outcome.code, outcome.err), (0, b""))
        self.assertEqual([tag.get("value") for tag in tags(parsed(outcome.out))[0]], ["2017-10-14", "2017-10-15"])
        self.assertEqual(self.index("annotate", "--format", "jsonl", "a.txt").out,
                         self.index("annotate", "--jsonl", "a.txt").out)
        self.assertEqual(self.index("annotate", "--format", "jsonl", "--jsonl", "a.txt").code, 0)
        self.assertEqual(self.index("annotate", "--format", "text", "a.txt").out, self.index("annotate", "a.txt").out)

    def test_options_that_contradict_each_other_are_refused(self):
        self.file("a.txt", TEXT)
        for arguments, named in ((["--jsonl", "--format", "timeml"], ["--jsonl", "timeml"]),
                                 (["--jsonl", "--format", "text"], ["--jsonl", "text"]),
                                 (["--output", "out"], ["--output", "text"]),
                                 (["--output", "out", "--jsonl"], ["--output", "--jsonl"]),
                                 (["--output", "", "--format", "timeml"], ["--output"]),
                                 (["--format", "timeml", "--why"], ["--why", "timeml"]),
                                 (["--format", "timeml", "--all-roles"], ["--all-roles", "timeml"]),
                                 (["--format", "xml"], ["--format", "xml"])):
            self.assert_fails(self.index("annotate", *arguments, "a.txt"), 2, *named)
            self.assertFalse((self.folder / "out").exists())

    def test_several_articles_need_a_folder(self):
        self.file("in/a.txt", TEXT)
        self.file("in/b.txt", TEXT)
        self.file("c.jsonl", "".join(json.dumps({"id": str(i), "text": TEXT}) + "\n" for i in range(3)))
        for path in ("in", "c.jsonl"):
            self.assert_fails(self.index("annotate", "--format", "timeml", path), 2, "--output", "several articles")

    def test_where_there_is_no_article_there_is_no_document(self):
        self.file("in/README.md", TEXT)
        self.assert_fails(self.index("annotate", "--format", "timeml", "in"), 2, "no article")
        self.file("in/empty.txt", "")
        self.assert_fails(self.index("annotate", "--format", "timeml", "in"), 3, "empty.txt: skipped")

    def test_an_article_that_is_skipped_is_told_and_the_others_are_written(self):
        self.file("in/a.txt", TEXT)
        self.file("in/empty.txt", "")
        outcome = self.index("annotate", "--format", "timeml", "in")
        self.assertEqual(outcome.code, 3)
        parsed(outcome.out)
        outcome = self.index("annotate", "--format", "timeml", "--output", "out", "in")
        self.assertEqual(outcome.code, 3)
        self.assertIn("1 document in out", outcome.messages)
        self.assertEqual(os.listdir(self.folder / "out"), ["a.txt.tml"])


class TimemlFolderTest(CliTest):
    def write(self, *paths, code=0):
        outcome = self.index("annotate", "--format", "timeml", "--output", "out", *paths)
        self.assertEqual((outcome.code, outcome.out), (code, b""), outcome.messages)
        return outcome

    def test_no_id_leads_out_of_the_folder_and_no_two_meet(self):
        ids = ["../../escaped", "/etc/escaped", "..", ".", "a/b", "a%2Fb", "a b", "A", "a", "x" * 5000,
               "x" * 5000 + "y", "é", "\x1b[2J", "<id>", "a\nb"]
        self.file("in/c.jsonl", "".join(json.dumps({"id": id_, "text": TEXT}) + "\n" for id_ in ids))
        taken = {row["article"] for row in self.index("passages", "--jsonl", "in").rows}
        before = {path for path in self.folder.rglob("*")}
        self.write("in", code=self.index("passages", "in").code)
        new = {path for path in self.folder.rglob("*")} - before - {self.folder / "out"}
        self.assertTrue(all(path.parent == self.folder / "out" and path.suffix == ".tml" for path in new), new)
        self.assertTrue(all(re.fullmatch(r"[A-Za-z0-9%_~-][A-Za-z0-9%._~-]*", path.name) for path in new), new)
        self.assertEqual({content(parsed(path.read_bytes()), "DOCID") for path in new}, taken)
        self.assertEqual(len(new), len(taken))

    def test_only_documents_are_replaced(self):
        self.file("in/a.txt", TEXT)
        self.file("in/b.txt", TEXT)
        self.file("out/a.txt", "kept")
        self.file("out/a.txt.tml", "old")
        self.write("in")
        self.assertEqual((self.folder / "out/a.txt").read_text(), "kept")
        parsed((self.folder / "out/a.txt.tml").read_bytes())
        (self.folder / "out/b.txt.tml").unlink()
        (self.folder / "out/b.txt.tml").symlink_to("a.txt")
        self.assertIn("in the way", self.write("in", code=2).messages)
        self.assertEqual((self.folder / "out/a.txt").read_text(), "kept")
        self.assertEqual(sorted(os.listdir(self.folder / "out")), ["a.txt", "a.txt.tml", "b.txt.tml"])

    def annotated_into(self, folder):
        return self.index("annotate", "--format", "timeml", "--output", folder, "in")

    def test_a_folder_that_takes_no_files_is_an_error_before_anything_is_read(self):
        self.file("in/a.txt", TEXT)
        self.file("file", "kept")
        self.assert_fails(self.annotated_into("file"), 2, "file is no folder")
        self.assert_fails(self.annotated_into("file/below"), 12, "file/below")
        self.assert_fails(self.annotated_into("/proc/nothing"), 12, "/proc/nothing")

    @unittest.skipIf(os.geteuid() == 0, "root may write everywhere")
    def test_a_folder_without_permission_has_its_exit_code(self):
        self.file("in/a.txt", TEXT)
        (self.folder / "shut").mkdir(mode=0o500)
        self.assert_fails(self.annotated_into("shut"), 11, "shut")


class HostileTimemlTest(CliTest):
    def test_hostile_bytes_give_documents_that_parse_and_command_no_terminal(self):
        bad = [b"]]>", b"<TIMEX3 tid='t0'>", b"</TEXT>", b"&lt;&#0;&nope;", b"\x00\x01\x0b\x0c\x1b[2J\x7f",
               b"\xff\xfe\xed\xa0\x80", b"\xef\xbf\xbe\xef\xbf\xbf", b"\xc2\x9b31m", b"\xe2\x80\xae\xe2\x81\xa6",
               b"\r\n\r\t", b"\"' <!-- <![CDATA["]
        for i, bytes_ in enumerate(bad):
            fell = b"It fell " + bytes_ + b" on 3-5 " + bytes_ + b" May 2016.\n"
            self.file(f"in/{i}.txt", TEXT.encode() + fell + TEXT.encode())
        self.file("in/c.jsonl", "".join(
            json.dumps({"id": text, "title": text, "text": f"{TEXT}\n{text} on 5 May 2016{text} it fell.\n"}) + "\n"
            for text in ("\0]]>\x1b\ud800", "<&>\ufffe\uffff\x85\u202e", "\r\n\"'")))
        for name in (b"\xff<&>]]>.txt", b"\x1b[2J\x01.txt"):
            (self.folder / "in").joinpath(os.fsdecode(name)).write_bytes(TEXT.encode())
        articles = {row["article"] for row in self.index("passages", "--jsonl", "in").rows}
        outcome = self.index("annotate", "--format", "timeml", "--output", "out", "in")
        self.assertIn(outcome.code, (0, 3), outcome.messages)
        files = list((self.folder / "out").iterdir())
        self.assertGreater(len(files), len(bad) + 2)
        self.assertEqual(len(files), len(articles))
        for file in files:
            document = file.read_bytes().decode("utf-8")
            self.assertNotRegex(document, "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
            root = parsed(document.encode())
            self.assertNotRegex("".join(root.itertext()), NOT_XML)
            self.assertTrue(tags(root)[0], file)


if __name__ == "__main__":
    unittest.main()

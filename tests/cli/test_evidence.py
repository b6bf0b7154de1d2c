"""furat-search check: what hits say is proven from the original files, whatever the list claims."""
import hashlib
import json
import os
import shutil

import unittest

from support import SampleIndexTest, sample_articles

TAKEN_OUT = (".html", ".htm", ".pdf", ".docx", ".odt", ".eml", ".mbox", ".md")


class EvidenceTest(SampleIndexTest):
    def setUp(self):
        super().setUp()
        shutil.copytree(sample_articles(), self.folder / "articles")

    def hits(self, *arguments):
        outcome = self.sample_search("--format", "jsonl", "--limit", "1000", *arguments)
        self.assertEqual(outcome.code, 0, outcome.messages)
        return [row for row in outcome.rows if "summary" not in row]

    def check(self, hits, code, *, archive="articles"):
        lines = "".join(json.dumps(hit) + "\n" for hit in hits)
        outcome = self.search("check", "-", "--archive", archive, stdin=lines.encode())
        self.assertEqual(outcome.code, code, outcome.text + outcome.messages)
        return outcome.text

    def hit_of(self, file):
        return next(hit for hit in self.hits() if hit["file"] == file)

    def test_each_hit_has_the_sha_256_of_its_file(self):
        for hit in self.hits():
            digest = hashlib.sha256((sample_articles() / hit["file"]).read_bytes()).hexdigest()
            self.assertEqual(hit["file_digest"], "sha256:" + digest)

    def test_every_hit_of_the_sample_archive_is_proven(self):
        hits = self.hits()
        plain = [hit for hit in hits if not hit["file"].endswith(TAKEN_OUT)]
        self.assertGreater(len(plain), 100)
        self.assertEqual(self.check(plain, 0),
                         f"body text of {len(plain)} hits proven by its bytes, of 0 only the file by its digest, "
                         "0 not proven; headings, titles and mentions are not checked\n")
        self.assertIn(" 0 not proven", self.check(hits, 0))

    def test_an_answer_in_json_is_a_list_of_hits_too(self):
        answer = self.sample_search("--format", "json", "Palmyra")
        (self.folder / "answer.json").write_bytes(answer.out)
        outcome = self.search("check", "answer.json", "--archive", "articles")
        self.assertEqual(outcome.code, 0, outcome.text)

    def test_a_changed_file_text_or_range_is_told(self):
        hit = self.hit_of("siege-broken.txt")
        for change, reason in (({"text": hit["text"].replace("Moscow", "M0scow")}, "something else"),
                               ({"start": hit["start"] + 20}, "something else"),
                               ({"end": 10**12}, "not inside the file"),
                               ({"file_digest": "sha256:" + "0" * 64}, "digest"),
                               ({"file": "no-such.txt"}, "no such file")):
            with self.subTest(change=change):
                lines = self.check([hit | change], 4).splitlines()
                self.assertEqual(len(lines), 2)
                self.assertIn(reason, lines[0])
                self.assertTrue(lines[0].startswith(hit["passage"] + ": "))
        with open(self.folder / "articles" / "siege-broken.txt", "ab") as file:
            file.write(b"\n")
        self.assertIn("the digest of the file differs", self.check([hit], 4))

    def test_invented_text_in_a_file_that_is_not_utf_8_is_told(self):
        self.file("latin/armee.txt", ("L'armée est entrée à Palmyre samedi, après la défense acharnée de la cité. "
                                      "Le siège a duré trois années, d'après les témoins interrogés là-bas.\n")
                  .encode("windows-1252"))
        self.build("latin")
        outcome = self.search("--format", "jsonl", "Palmyre")
        hit = outcome.rows[0]
        self.assertIn("armée", hit["text"])
        self.assertIn("of 1 hit proven", self.check([hit], 0, archive="latin"))
        told = self.check([hit | {"text": "L'armée a rasé Palmyre."}], 4, archive="latin")
        self.assertIn("the bytes of the file say something else", told)

    def test_nothing_outside_the_archive_is_read(self):
        secret = self.file("secret.txt", "A secret that nobody may read.\n")
        os.symlink("../secret.txt", self.folder / "articles" / "link.txt")
        os.symlink("..", self.folder / "articles" / "up")
        os.mkfifo(self.folder / "articles" / "pipe.txt")
        digest = "sha256:" + hashlib.sha256(secret.read_bytes()).hexdigest()
        claim = {"passage": "x#1", "file_digest": digest, "start": 0, "end": 30,
                 "heading_size": 0, "text": "A secret that nobody may read."}
        for name in ("../secret.txt", str(secret), "sub/../../secret.txt", "./../secret.txt", "", "a\0b"):
            self.assertIn("leads out", self.check([claim | {"file": name}], 4))
        for name in ("link.txt", "up/secret.txt", "pipe.txt", ".", "up"):
            self.assertIn("no such file", self.check([claim | {"file": name}], 4))
        self.assertIn("of 1 hit proven", self.check([claim | {"file": "secret.txt"}], 0, archive="."))

    def test_what_is_no_list_of_hits_is_an_error(self):
        self.file("broken.jsonl", '{"file": "a.txt"\n')
        self.file("other.jsonl", '{"file": "a.txt"}\n')
        self.file("types.jsonl", '{"file": 1, "file_digest": 2, "start": "x", "end": -1, "text": null}\n')
        self.file("empty.jsonl", "")
        for name in ("broken.jsonl", "other.jsonl", "types.jsonl"):
            self.assertEqual(self.search("check", name, "--archive", ".").code, 2)
        self.assertEqual(self.search("check", "empty.jsonl", "--archive", ".").code, 1)
        self.assertEqual(self.search("check", "missing.jsonl", "--archive", ".").code, 2)
        self.assertEqual(self.search("check", "empty.jsonl").code, 2, "without --archive")
        self.assertEqual(self.search("check").code, 2)


class BundleTest(SampleIndexTest):
    def bundle(self, *arguments):
        outcome = self.sample_search("--bundle", "bundle.json", *arguments)
        self.assertEqual(outcome.code, 0, outcome.messages)
        return json.loads((self.folder / "bundle.json").read_text(encoding="utf-8"))

    def replay(self, code, index=None):
        outcome = self.search("check", "--bundle", "bundle.json", "--index", index or self.sample)
        self.assertEqual(outcome.code, code, outcome.text + outcome.messages)
        return outcome.text

    def test_a_bundle_replays_on_another_index_of_the_same_archive(self):
        written = self.bundle("--facets", "place,date", "--not-actor", "SDF", "--date", "2017", "--date-mode", "within",
                              "--sort", "date", "--limit", "5", "--group", "article", "--now", "2018-01-01", "army")
        self.assertEqual(written["bundle_version"], 1)
        self.assertEqual(written["request"]["query"], "army")
        self.assertEqual(written["results"]["hits"][0]["file_digest"][:7], "sha256:")
        self.build(sample_articles(), index="again")
        self.assertEqual(self.replay(0, "again"), "the index gives the same answer\n")

    def test_what_differs_is_told(self):
        written = self.bundle("Palmyra")
        written["results"]["hits"][0]["text"] += "!"
        written["results"]["total_passages"] += 1
        self.file("bundle.json", json.dumps(written))
        lines = self.replay(4).splitlines()
        self.assertEqual(len(lines), 2)
        self.assertTrue(lines[0].startswith("/results/total_passages: "))
        self.assertTrue(lines[1].startswith("/results/hits/0/text: "))

    def test_a_bundle_that_lacks_something_is_no_proof_of_it(self):
        written = self.bundle("--facets", "place", "Palmyra")
        for path in (("results",), ("index",), ("request",), ("results", "hits", 0), ("results", "facets")):
            emptied = json.loads(json.dumps(written))
            at = emptied
            for key in path[:-1]:
                at = at[key]
            at[path[-1]] = {}
            self.file("bundle.json", json.dumps(emptied))
            self.assertIn("/" + "/".join(map(str, path)) + "/", self.replay(4))
        del written["results"]["hits"][0]["snippet"]
        self.file("bundle.json", json.dumps(written))
        self.assertEqual(self.replay(4), "/results/hits/0/snippet: missing\n")

    def test_keys_of_a_newer_program_pass_but_not_facets_that_were_not_asked_for(self):
        written = self.bundle("--facets", "place", "Palmyra")
        written["new"] = written["results"]["new"] = written["results"]["hits"][0]["new"] = 1
        self.file("bundle.json", json.dumps(written))
        self.assertEqual(self.replay(0), "the index gives the same answer\n")
        written["results"]["facets"]["actor"] = written["results"]["facets"]["place"]
        self.file("bundle.json", json.dumps(written))
        self.assertEqual(self.replay(4), "/results/facets/actor: was not asked for\n")

    def test_another_program_is_told(self):
        self.file("bundle.json", json.dumps(self.bundle("Palmyra") | {"program": "Furat 0"}))
        self.assertIn('/program: "Furat 0", now "', self.replay(4))

    def test_the_hits_of_a_bundle_can_be_proven(self):
        self.bundle("Palmyra")
        outcome = self.search("check", "bundle.json", "--archive", sample_articles())
        self.assertEqual(outcome.code, 0, outcome.text)

    def test_what_is_no_bundle_is_an_error(self):
        written = self.bundle("Palmyra")
        without_program = {key: value for key, value in written.items() if key != "program"}
        for broken in ("", "[]", "{}", json.dumps(written | {"bundle_version": 2}), json.dumps(without_program),
                       json.dumps(written | {"request": {"limit": "x"}}), json.dumps(written | {"request": {"sort": "x"}})):
            self.file("bundle.json", broken)
            self.replay(2)


if __name__ == "__main__":
    unittest.main()

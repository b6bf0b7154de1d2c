#!/usr/bin/env python3
"""furat-search actors and places from the outside: exit codes, formats, names, counts, hostile names."""
import csv
import io
import json
import unittest

import json_schema
from support import CliTest, SampleIndexTest, required_folder


def schema():
    folder = required_folder("FURAT_SOURCE_DIR") / "docs" / "json-schema"
    return json.loads((folder / "values.schema.json").read_text(encoding="utf-8"))


class ListTest(SampleIndexTest):
    def listed(self, command, *arguments, code=0):
        outcome = self.search(command, "--index", self.sample, *arguments)
        self.assertEqual(outcome.code, code, outcome.messages)
        return outcome

    def test_json_is_what_the_schema_says(self):
        for command, options in (("actors", []), ("actors", ["SDF"]), ("actors", ["syrian", "--limit", "0"]),
                                 ("places", ["--date", "2017"]), ("places", ["Deir ez-Zor", "--neighbours", "0"]),
                                 ("places", ["--query", "siege OR oil", "--limit", "0"])):
            answer = self.listed(command, "--format", "json", *options).json
            self.assertEqual(list(json_schema.violations(answer, schema())), [], (command, options))

    def test_the_passages_of_a_value_are_those_its_filter_finds(self):
        for command, option in (("actors", "--actor"), ("places", "--place")):
            for value in self.listed(command, "--limit", "12", "--date", "2017", "--format", "json").json["values"]:
                found = self.search("--index", self.sample, "--format", "json", "--limit", "0", "--date", "2017",
                                    option, value["id"]).json
                self.assertEqual((value["passages"], value["articles"]),
                                 (found["total_passages"], found["total_articles"]), value["id"])

    def test_csv_has_a_line_a_value(self):
        rows = list(csv.DictReader(io.StringIO(self.listed("actors", "--limit", "0", "--format", "csv").text,
                                               newline="")))
        values = self.listed("actors", "--limit", "0", "--format", "json").json["values"]
        self.assertEqual([row["id"] for row in rows], [value["id"] for value in values])
        self.assertEqual([int(row["passages"]) for row in rows], [value["passages"] for value in values])

    def test_a_name_in_any_spelling_gives_the_card_of_one(self):
        for name in ("SDF", "قوات سوريا الديمقراطية", "sdf"):
            text = self.listed("actors", name).text
            self.assertIn("Syrian Democratic Forces (sdf)", text)
            self.assertIn("spellings, by passages", text)
        self.assertIn("succession", self.listed("actors", "Nusra").text)

    def test_kinds_to_keep_are_the_kinds_that_are_listed(self):
        values = self.listed("actors", "--kind", "person", "--limit", "0", "--format", "json").json["values"]
        self.assertEqual({value["kind"] for value in values}, {"person"})

    def test_exit_codes(self):
        self.listed("actors", "--date", "1700", code=1)
        for arguments in (["actors", "Xyzzyx"], ["places", "--limit", "-1"], ["actors", "--format", "trec"],
                          ["places", "--date", "someday"], ["places", "Tripolix"]):
            self.assert_fails(self.search(*arguments, "--index", self.sample), 2)
        self.assertIn("did you mean", self.search("actors", "Tiger Fxrces", "--index", self.sample).messages)

    def test_screens_and_help_fit_eighty_columns(self):
        for arguments in (["actors"], ["places", "--limit", "60"], ["actors", "SDF"], ["places", "دير الزور"],
                          ["actors", "--help"], ["places", "--help"]):
            for line in self.search(*arguments, "--index", self.sample).text.splitlines():
                self.assertLessEqual(len(line), 80, line)


class EmptyTest(CliTest):
    def test_an_archive_without_actors_lists_none(self):
        self.file("in/a.txt", "Nothing but rain was seen over the hills that morning.\n")
        self.assertEqual(self.index("build", "--index", "index", "in").code, 0)
        outcome = self.search("actors", "--index", "index")
        self.assertEqual(outcome.code, 1)
        self.assertIn("actors: 0", outcome.text)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""furat-search timeline and pivot from the outside: exit codes, formats, options, hostile names."""
import csv
import io
import json
import unittest

import json_schema
from support import CliTest, SampleIndexTest, required_folder

TABLE = ("pivot", "--rows", "place", "--columns", "month")
HOSTILE = "=cmd|' /C calc'!A1\x1b]0;gone\x07"


def schema(name):
    folder = required_folder("FURAT_SOURCE_DIR") / "docs" / "json-schema"
    return json.loads((folder / f"{name}.schema.json").read_text(encoding="utf-8"))


def rows_of(outcome):
    return list(csv.DictReader(io.StringIO(outcome.text, newline="")))


class SampleTest(SampleIndexTest):
    def counts(self, *arguments, code=0, env=None):
        """The outcome of a command; the index goes behind its name."""
        command, *rest = arguments
        outcome = self.search(command, "--index", self.sample, *rest, env=env)
        self.assertEqual(outcome.code, code, outcome.messages)
        return outcome

    def test_json_is_what_the_schemas_say(self):
        for options in ([], ["--by", "day"], ["--clock", "published"], ["--date", "2017", "--by", "month"], ["xylophone"]):
            answer = self.counts("timeline", "--format", "json", *options, code=int("xylophone" in options)).json
            self.assertEqual(list(json_schema.violations(answer, schema("timeline"))), [])
        for options in ([], ["--ancestors", "--count", "articles"], ["--row-limit", "0", "siege"], ["xylophone"]):
            answer = self.counts(*TABLE, "--format", "json", *options, code=int("xylophone" in options)).json
            self.assertEqual(list(json_schema.violations(answer, schema("pivot"))), [])

    def test_a_bar_is_what_the_date_filter_finds_within_it(self):
        for bar in rows_of(self.counts("timeline", "--by", "month", "--format", "csv", "ISIS")):
            if bar["level"] != "month" or bar["passages"] == "0":
                continue
            found = self.found("--date", bar["bucket"], "--date-mode", "within", "--limit", "0", "ISIS")
            self.assertEqual((found["total_passages"], found["total_articles"]),
                             (int(bar["passages"]), int(bar["articles"])), bar)

    def test_a_cell_is_what_selecting_both_values_finds(self):
        table = rows_of(self.counts("pivot", "--rows", "actor", "--columns", "month", "--format", "csv", "ISIS"))
        cells = 0
        for row in table:
            for month in [name for name in row if name.startswith("20") and row["id"]]:
                found = self.found("--actor", row["id"], "--date", month, "--date-mode", "within", "--limit", "0", "ISIS")
                self.assertEqual(found["total_passages"], int(row[month]), (row["id"], month))
                cells += found["total_passages"] > 0
        self.assertGreater(cells, 20)

    def test_the_formats_tell_the_same(self):
        for options in (["--by", "year"], ["--clock", "published", "--by", "month"]):
            table = rows_of(self.counts("timeline", *options, "--format", "csv"))
            rows = self.counts("timeline", *options, "--format", "json").json["rows"]
            self.assertEqual([(row["id"], row["passages"]) for row in rows],
                             [(row["bucket"], int(row["passages"])) for row in table[:len(rows)]])
            text = self.counts("timeline", *options).text
            for row in rows:
                if row["kind"] == "bucket":
                    self.assertRegex(text, rf"(?m)^{row['name']} +{row['passages']} +{row['articles']}\b")

    def test_options_of_a_search_hold(self):
        whole = self.counts("timeline", "--format", "json").json["total_passages"]
        for options in (["--place", "Raqqa"], ["--not-actor", "ISIS"], ["--near", "Raqqa", "--within", "50km"],
                        ["--published", "2017"], ["--match", "any", "siege", "bridge"], ["--source", "Badia Monitor"]):
            found = self.found("--limit", "0", *options)["total_passages"]
            self.assertLess(found, whole)
            self.assertEqual(self.counts("timeline", "--format", "json", *options).json["total_passages"], found)
            self.assertEqual(self.counts(*TABLE, "--format", "json", *options).json["total_passages"], found)

    def test_text_fits_eighty_columns_and_ascii_is_ascii(self):
        for command in (["timeline"], ["timeline", "--by", "month"], TABLE, ["pivot", "--rows", "actor", "--columns", "actor"]):
            for line in self.counts(*command).text.splitlines():
                self.assertLessEqual(len(line), 80, line)
        self.assertIn("█", self.counts("timeline", env={"LANG": "en_US.UTF-8"}).text)
        for options, env in ((["--ascii"], None), ([], {"LC_ALL": "C"}), ([], {"LANG": "de_DE.ISO-8859-1"})):
            self.assertTrue(self.counts("timeline", *options, env=env).text.isascii())
            self.assertTrue(self.counts(*TABLE, *options, env=env).text.isascii())

    def test_nothing_found_exits_1(self):
        for command in (["timeline"], TABLE):
            self.assertIn("No passage", self.counts(*command, "xylophone", code=1).text)

    def test_what_cannot_be_answered_exits_2(self):
        for arguments, said in ((["timeline", "--by", "week"], "--by"), (["timeline", "--date", "20177"], "20177"),
                                (["pivot", "--rows", "place"], "--columns"), (["timeline", "--place", "Mayadix"], "did you mean"),
                                (["pivot", "--rows", "where", "--columns", "actor"], "'place-kind'"),
                                ([*TABLE, "--row-limit", "-1"], "--row-limit")):
            command, *rest = arguments
            self.assert_fails(self.search(command, "--index", self.sample, *rest), 2, said)

    def test_help_fits_eighty_columns(self):
        for command in ("timeline", "pivot"):
            for line in self.search(command, "--help").text.splitlines():
                self.assertLessEqual(len(line), 80, line)


class HostileTest(CliTest):
    def test_a_hostile_source_commands_neither_a_terminal_nor_a_spreadsheet(self):
        article = {"text": "The army entered Mayadin in October 2017.", "title": HOSTILE, "source": HOSTILE, "id": "a"}
        self.file("a.jsonl", json.dumps(article) + "\n")
        self.build("a.jsonl")
        for form in ("text", "csv", "json"):
            for rows, columns in (("source", "month"), ("place", "source")):
                out = self.search("pivot", "--rows", rows, "--columns", columns, "--format", form).text
                self.assertIn("calc", out)
                self.assertNotRegex(out, r"[\x00-\x09\x0b\x0c\x0e-\x1f\x7f]")
                if form == "csv":
                    self.assertNotRegex(out, r'(?m)(^|,)"?=')


if __name__ == "__main__":
    unittest.main()

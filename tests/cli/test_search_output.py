"""What furat-search writes: every format parses, nothing hostile reaches a terminal, lines fit, pipes may close."""
import csv
import io
import json
import re
import subprocess
import unicodedata
import unittest

import json_schema
import support
from support import CliTest, SampleIndexTest, sample_articles

FORMATS = ("text", "json", "jsonl", "csv", "tsv", "markdown", "trec", "geojson")
FACETS = "place,actor,date,source,published"
CSV_HEADER = ("rank,score,passage,article,title,source,published,file,line,start,end,snippet,places,dates,"
              "actors").split(",")
QUERIES = ("ISIS", "siege of Deir Ezzor", "القائم", "دير الزور", "Kobané", "title:Palmyra", '"Tiger Forces" -Raqqa',
           "http://example.org", "milit*", "")
# Line ends apart: C0, DEL, C1, bidirectional embeddings, overrides and isolates.
RAW_CONTROLS = re.compile("[\x00-\x09\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def columns(line):
    """Columns that a terminal gives the line."""
    wide = sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in line)
    return wide - sum(1 for c in line if unicodedata.combining(c) or unicodedata.category(c) in ("Mn", "Me", "Cf"))


def schema():
    path = support.required_folder("FURAT_SOURCE_DIR") / "docs/json-schema/search-results.schema.json"
    return json.loads(path.read_text(encoding="utf-8"))


class FormatTest(SampleIndexTest):
    def test_json_is_what_the_published_schema_says(self):
        for arguments in (["--facets", FACETS, "--facet-limit", "0", "--limit", "300", ""], ["xylophone"],
                          ["--group", "article", "ISIS"], ["--sort", "date", "--match", "any", "siege bridge"],
                          ["--place", "Raqqa", "--facets", "place", "Raqqa"], ["--", "دير الزور"]):
            with self.subTest(arguments):
                self.assertEqual(list(json_schema.violations(self.found(*arguments), schema())), [])

    def test_the_validator_notices_what_is_wrong(self):
        good = self.found("--facets", "date", "ISIS")
        for edit in (lambda r: r.pop("query"), lambda r: r.update(total_passages=-1), lambda r: r.update(extra=1),
                     lambda r: r["hits"][0].update(rank="1"), lambda r: r["hits"][0]["snippet"]["marks"].append([1]),
                     lambda r: r["hits"][0]["article"].update(published="May 2017"),
                     lambda r: r["facets"]["date"]["values"][0].pop("precise")):
            bad = json.loads(json.dumps(good))
            edit(bad)
            self.assertTrue(list(json_schema.violations(bad, schema())))

    def test_marks_cut_out_of_the_text_are_words_of_the_query(self):
        for query, word in (("bridge", "bridge"), ("القائم", "القائم"), ("Kobané", "koban")):
            hits = [hit for hit in self.found("--spelling", "exact", query)["hits"] if hit["snippet"]["marks"]]
            self.assertTrue(hits, query)
            for hit in hits:
                encoded = hit["snippet"]["text"].encode()
                for begin, end in hit["snippet"]["marks"]:
                    self.assertIn(word, encoded[begin:end].decode().lower())
                whole = hit["text"].encode()
                for begin, end in hit["marks"]:
                    self.assertIn(word, whole[begin:end].decode().lower())
                self.assertGreaterEqual(len(hit["marks"]), len(hit["snippet"]["marks"]))

    def test_the_span_of_a_mention_is_where_its_words_stand_in_the_text(self):
        hits = self.found("--limit", "300", "")["hits"]
        mentions = [(hit["text"].encode(), mention) for hit in hits for kind in ("places", "dates", "actors") for mention in hit[kind]]
        self.assertGreater(len(mentions), 1000)
        for text, mention in mentions:
            begin, end = mention["span"]
            self.assertEqual(text[begin:end].decode(), mention["text"])

    def test_jsonl_has_a_hit_a_line_and_a_summary_at_last(self):
        options = ("--facets", "place", "--limit", "7", "ISIS")
        rows = self.sample_search("--format", "jsonl", *options).rows
        whole = self.found(*options)
        self.assertEqual(rows[:-1], whole.pop("hits"))
        self.assertEqual(rows[-1], {"summary": whole})

    def test_csv_has_a_line_a_hit_with_the_same_values_as_json(self):
        outcome = self.sample_search("--format", "csv", "--limit", "200", "")
        self.assertEqual(outcome.code, 0)
        rows = list(csv.reader(io.StringIO(outcome.text, newline=""), strict=True))
        self.assertEqual(rows[0], CSV_HEADER)
        hits = self.found("--limit", "200", "")["hits"]
        self.assertEqual(len(rows) - 1, len(hits))
        for row, hit in zip(rows[1:], hits):
            self.assertEqual(len(row), len(CSV_HEADER))
            row = dict(zip(CSV_HEADER, row))
            self.assertEqual([row["rank"], row["file"], row["line"], row["start"], row["end"]],
                             [str(hit[key]) for key in ("rank", "file", "line", "start", "end")])
            self.assertFalse(any(cell.lstrip(" ").startswith(("=", "+", "@")) for cell in row.values()))

    def test_trec_has_six_columns_and_an_article_once(self):
        outcome = self.sample_search("--format", "trec", "--limit", "50", "ISIS")
        rows = [line.split(" ") for line in outcome.text.splitlines()]
        self.assertTrue(rows)
        for row in rows:
            self.assertEqual((len(row), row[0], row[1], row[5]), (6, "1", "Q0", "furat"))
            self.assertGreater(float(row[4]), 0)
        self.assertEqual(len({row[2] for row in rows}), len(rows))

    def test_geojson_has_the_places_of_the_facet_with_a_position_and_its_counts(self):
        for options in ([], ["--place-roles", "all"], ["--near", "Raqqa", "--within", "100km"]):
            collection = self.sample_search("--format", "geojson", *options, "siege").json
            facet = self.found("--facets", "place", "--facet-limit", "0", *options, "siege")["facets"]["place"]
            expected = {value["id"]: (value["passages"], value["articles"], [value["longitude"], value["latitude"]])
                        for value in facet["values"] if value["latitude"] is not None}
            found = {feature["id"]: (feature["properties"]["passages"], feature["properties"]["articles"],
                                     feature["geometry"]["coordinates"]) for feature in collection["features"]}
            self.assertGreater(len(found), 5)
            self.assertEqual(found, expected)
            west, south, east, north = collection["bbox"]
            for longitude, latitude in (values[2] for values in found.values()):
                self.assertTrue(west <= longitude <= east and south <= latitude <= north)

    def test_geojson_of_a_selected_place_has_the_places_of_its_passages_alone(self):
        collection = self.sample_search("--format", "geojson", "--place", "Raqqa", "siege").json
        counts = {feature["id"]: feature["properties"]["passages"] for feature in collection["features"]}
        self.assertEqual(counts["sy-raqqa"], collection["total_passages"])
        self.assertEqual(max(counts.values()), collection["total_passages"])

    def test_geojson_without_hits_is_an_empty_collection_and_exits_1(self):
        outcome = self.sample_search("--format", "geojson", "xylophone")
        self.assertEqual((outcome.code, outcome.json["features"]), (1, []))

    def test_tsv_has_the_cells_of_csv(self):
        def rows(form):
            return self.sample_search("--format", form, "--limit", "all", "--facets", "place", "").text
        table = list(csv.reader(io.StringIO(rows("csv"), newline=""), strict=True))
        self.assertEqual([line.split("\t") for line in rows("tsv").splitlines()], table)

    def test_the_count_is_that_of_the_hits_shown(self):
        counts = set()
        for options in ((), ("--unique",), ("--group", "article"), ("--unique", "--group", "article")):
            hits = self.found("--limit", "all", *options, "Raqqa")["hits"]
            self.assertEqual(self.sample_search("--count", *options, "Raqqa").text, f"{len(hits)}\n", options)
            counts.add(len(hits))
        self.assertEqual(len(counts), 4)

    def test_lists_are_whole_name_each_once_and_are_counted(self):
        hits = self.found("--limit", "all", "siege")["hits"]
        articles = list(dict.fromkeys(hit["article"]["id"] for hit in hits))
        listed = self.sample_search("--output", "articles", "siege").text.splitlines()
        self.assertEqual(sorted(listed), sorted(articles))
        self.assertEqual(self.sample_search("--output", "articles", "--jsonl", "siege").rows, listed)
        paths = self.sample_search("-0", "siege").out.split(b"\0")
        self.assertEqual(paths.pop(), b"")
        self.assertEqual({path.decode() for path in paths}, {str(sample_articles() / hit["file"]) for hit in hits})
        for options, count in (([], len(hits)), (["--output", "articles"], len(articles)), (["-0"], len(paths)),
                               (["--group", "article"], len(articles))):
            self.assertEqual(self.sample_search("--count", *options, "siege").text, f"{count}\n")

    def test_facets_alone_are_printed_without_hits_in_every_format(self):
        for form in ("text", "json", "jsonl", "csv", "tsv", "markdown"):
            text = self.sample_search("--output", "facets", "--facets", "source", "--format", form, "Baghuz").text
            self.assertIn("Jazira Notebook", text)
            self.assertNotIn("bytes ", text)
        for form in ("trec", "geojson"):
            self.assert_fails(self.sample_search("--output", "facets", "--format", form, "x"), 2, "--output facets")

    def test_no_table_is_cut_silently(self):
        for form in ("csv", "tsv", "trec"):
            cut = self.sample_search("--format", form, "--limit", "3", "--offset", "2", "siege")
            total = self.sample_search("--count", "siege").text.strip()
            self.assertIn(f"showing 3-5 of {total} passages", cut.messages)
            self.assertEqual(self.sample_search("-q", "--format", form, "--limit", "3", "siege").messages, "")
            self.assertEqual(self.sample_search("--format", form, "--limit", "all", "siege").messages, "")

    def test_the_last_format_wins(self):
        for options, start in ((["--json", "--format", "csv"], "rank,"), (["--format", "csv", "--json"], "{\n"),
                               (["--json", "--jsonl"], '{"')):
            self.assertTrue(self.sample_search(*options, "ISIS").text.startswith(start), options)

    def test_another_format_version_is_refused_with_a_code_of_its_own(self):
        version = self.found("ISIS")["schema_version"]
        self.assertEqual(self.sample_search("--format-version", str(version), "--json", "ISIS").code, 0)
        self.assert_fails(self.sample_search("--format-version", str(version + 1), "--json", "ISIS"), 20, str(version))

    def test_equal_searches_give_equal_bytes(self):
        for form in FORMATS:
            arguments = ("--format", form, "--facets", FACETS, "--limit", "50", "ISIS")
            self.assertEqual(self.sample_search(*arguments).out, self.sample_search(*arguments).out)


class TerminalTest(SampleIndexTest):
    def test_no_line_is_wider_than_80_columns(self):
        for query in QUERIES:
            for options in ([], ["--group", "article", "--sort", "published"]):
                outcome = self.sample_search("--facets", FACETS, "--facet-limit", "40", "--limit", "40", *options, "--",
                                             query)
                self.assertIn(outcome.code, (0, 1), outcome.messages)
                for line in outcome.text.splitlines():
                    self.assertLessEqual(columns(line), 80, f"{query}: {line}")
                    self.assertEqual(line, line.rstrip(" "), "a line ends with spaces")

    def test_nothing_is_coloured_when_piped(self):
        for form in FORMATS:
            self.assertNotIn(b"\x1b", self.sample_search("--format", form, "--facets", FACETS, "ISIS").out)

    def test_colour_always_makes_hits_bold_and_hides_no_text(self):
        coloured = self.sample_search("--color", "always", "Mayadin").text
        self.assertRegex(coloured, "\x1b\\[1m[^\x1b]*Mayadin[^\x1b]*\x1b\\[")
        shown = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;[^\x1b\x07]*(?:\x1b\\|\x07)", "", coloured)
        self.assertEqual(shown, self.sample_search("Mayadin").text)
        for form in ("json", "jsonl", "csv", "trec"):
            self.assertNotIn(b"\x1b", self.sample_search("--color", "always", "--format", form, "Mayadin").out)

    def test_the_colour_option_beats_the_environment_and_the_last_one_wins(self):
        self.assertIn("\x1b[1m", self.sample_search("--color", "always", "Mayadin", env={"NO_COLOR": "1"}).text)
        self.assertNotIn("\x1b", self.sample_search("--color", "always", "--colour", "never", "Mayadin").text)

    def test_a_pipe_that_closes_early_is_quiet(self):
        for form in FORMATS:
            arguments = ["--index", self.sample, "--format", form, "--limit", "500", "--facets", FACETS, "ISIS"]
            started = subprocess.Popen([support.program("furat-search"), *map(str, arguments)], cwd=self.folder,
                                       env=support.clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            started.stdout.read(1)
            started.stdout.close()
            self.assertEqual(started.stderr.read(), b"", form)
            started.stderr.close()
            started.wait(timeout=support.TIME_LIMIT)

    def test_output_that_cannot_be_written_is_an_error(self):
        for form in FORMATS:
            with self.subTest(form), open("/dev/full", "wb") as full:
                done = subprocess.run([support.program("furat-search"), "--index", str(self.sample), "--format", form,
                                       "ISIS"], stdout=full, stderr=subprocess.PIPE, env=support.clean_environment(),
                                      cwd=self.folder, check=False)
                self.assertEqual(done.returncode, 2, "the output was lost without a word")
                self.assertNotEqual(done.stderr, b"")

    def test_no_locale_and_no_home_are_needed(self):
        plain = self.sample_search("القائم").out
        for locale in ("C", "POSIX", "tr_TR.UTF-8", "nonsense"):
            self.assertEqual(self.sample_search("القائم", env={"LC_ALL": locale}).out, plain)


class HostileTextTest(CliTest):
    """Article texts, titles, names and queries that try to steer the terminal or the spreadsheet."""
    EVIL = "\x1b[2J\x1b]0;owned\x07\u202eevil\u2066\x9b31m\x7f\x08"

    def setUp(self):
        super().setUp()
        self.file("articles/plain.txt", f"The bridge {self.EVIL} of Raqqa\x00 fell on 14 October 2017.\n")
        self.file(f"articles/na{self.EVIL}me.txt", "The bridge of Mayadin fell.\n")
        self.file("articles/latin.txt", b"The bridge of \x9b2J Tabqa \x1b[1m fell \xe9 again.\n")
        row = {"id": "id\u202e\u2066", "title": f"=HYPERLINK{self.EVIL}", "source": f"+S{self.EVIL}",
               "url": f"https://example.org/{self.EVIL}", "published": "2017-10-14",
               "text": f"@SUM The bridge {self.EVIL} of Palmyra\0 fell.\u2028\u2029\u0085"}
        self.file("articles/wire.jsonl", json.dumps(row) + "\n")
        self.build("articles")

    def test_no_control_character_reaches_the_output_of_any_format(self):
        for form in FORMATS:
            for group in ("passage", "article"):
                outcome = self.search("--format", form, "--group", group, "--facets", FACETS, "bridge")
                self.assertEqual(outcome.code, 0, outcome.messages)
                text = outcome.text.replace("\t", " ") if form == "tsv" else outcome.text  # between cells
                with self.subTest(form):
                    self.assertIsNone(RAW_CONTROLS.search(text))
                    self.assertIn("Palmyra" if form != "trec" else "id", outcome.text)
        self.assertEqual(len(self.search("--format", "json", "bridge").json["hits"]), 4)

    def test_json_of_hostile_text_is_valid_and_gives_the_characters_back(self):
        found = self.search("--format", "json", "Palmyra").json
        self.assertEqual(list(json_schema.violations(found, schema())), [])
        self.assertIn("\u202e", found["hits"][0]["article"]["title"])

    def test_text_of_hostile_titles_has_no_foreign_escape_even_in_colour(self):
        coloured = self.search("--color", "always", "--facets", FACETS, "bridge").text
        ours = re.sub(r"\x1b\[[0-9;]*m|\x1b\]8;;[^\x1b\x07\x9b]*(?:\x1b\\|\x07)", "", coloured)
        self.assertIsNone(RAW_CONTROLS.search(ours))
        self.assertNotIn("\x1b[2J", coloured)

    def test_csv_cells_are_no_formulas(self):
        rows = list(csv.reader(io.StringIO(self.search("--format", "csv", "Palmyra").text, newline=""), strict=True))
        self.assertEqual(len(rows), 2)
        for cell in rows[1]:
            self.assertFalse(cell.lstrip().startswith(("=", "+", "-", "@")), cell)

    def test_hostile_queries_and_values_are_shown_harmless(self):
        evil = self.EVIL.replace("\0", "")
        for arguments in ([f"xylophone {evil}"], [f'"{evil}'], ["--place", evil, "x"], ["--date", evil, "x"],
                          ["--index", evil, "x"], ["--facets", evil, "x"], [f"--{evil}", "x"], ["--format", evil, "x"]):
            outcome = self.search(*arguments)
            with self.subTest(arguments[0]):
                self.assertIn(outcome.code, (0, 1, 2))
                self.assertIsNone(RAW_CONTROLS.search(outcome.text + outcome.messages))

    def test_bytes_that_are_no_utf_8_in_a_query_are_no_crash(self):
        for query in (b"\xff\xfe", b"Raqqa \xc3", b'"\xf0\x9f"', b"place:\xff"):
            for form in FORMATS:
                outcome = self.search("--format", form, "--", query)
                self.assertIn(outcome.code, (0, 1, 2))
                (outcome.text + outcome.messages).encode()


if __name__ == "__main__":
    unittest.main()

"""furat-search show, similar, suggest and facet: what a reader does after a search."""
import json
import unittest

import json_schema
from support import SampleIndexTest, required_folder


def faults(answer, name):
    """What of an answer is not as the published schema says."""
    path = required_folder("FURAT_SOURCE_DIR") / f"docs/json-schema/{name}.schema.json"
    return list(json_schema.violations(answer, json.loads(path.read_text(encoding="utf-8"))))


class FacetTest(SampleIndexTest):
    def values(self, *arguments, code=0):
        outcome = self.sample_search("facet", "--format", "json", *arguments)
        self.assertEqual(outcome.code, code, outcome.messages)
        self.assertEqual(faults(outcome.json, "facet-values"), [])
        return outcome.json

    def test_values_are_found_by_a_word_of_any_spelling(self):
        for text in ("zor", "ZOR", "ez-zor", "Deir ez-Zo", "دير الزور"):
            ids = [value["id"] for value in self.values("place", text)["values"]]
            self.assertIn("sy-deir-ez-zor", ids, text)
        self.assertEqual(self.values("place", "qqqq", code=1)["values"], [])
        self.assertIn("2017-09", [value["id"] for value in self.values("date", "2017-09")["values"]])

    def test_the_count_is_the_number_of_hits_after_the_click(self):
        for dimension, query, filters in (("place", "", ()), ("actor", "army", ("--date", "2017")),
                                          ("source", "Palmyra", ()), ("kind", "", ("--not-actor", "SDF"))):
            found = self.values(dimension, "--limit", "0", "--query", query, *filters)
            self.assertGreater(len(found["values"]), 1)
            self.assertEqual(len(found["values"]), found["total_values"])
            for value in found["values"][:8]:
                clicked = self.found("--limit", "0", *filters, "--" + dimension, value["id"], query)
                self.assertEqual((value["passages"], value["articles"]),
                                 (clicked["total_passages"], clicked["total_articles"]), value["id"])

    def test_paths_order_and_limit(self):
        found = self.values("place", "Deir ez-Zor military")["values"][0]
        self.assertEqual([above["id"] for above in found["path"]][-1], "sy")
        everything = self.values("place", "--limit", "0")["values"]
        counts = [value["passages"] for value in everything]
        self.assertEqual(counts, sorted(counts, reverse=True))
        self.assertEqual(self.values("place", "--limit", "3")["values"], everything[:3])
        named = [value["id"] for value in self.values("place", "--limit", "0", "--order", "name")["values"]]
        self.assertEqual(sorted(named), sorted(value["id"] for value in everything))
        self.assertNotEqual(named, [value["id"] for value in everything])

    def test_stories_are_those_of_the_facet_of_a_search(self):
        facet = self.found("--limit", "0", "--facets", "place", "--facet-limit", "0")["facets"]["place"]
        stories = {value["id"]: value["stories"] for value in facet["values"]}
        found = self.values("place", "--limit", "all")["values"]
        self.assertEqual({value["id"]: value["stories"] for value in found}, stories)
        self.assertTrue(any(value["stories"] < value["articles"] for value in found))
        self.assertIn("stories   name", self.sample_search("facet", "source").text)

    def test_tables_have_a_line_a_value(self):
        for form, separator in (("csv", ","), ("tsv", "\t")):
            lines = self.sample_search("facet", "kind", "--limit", "all", "--format", form).text.splitlines()
            self.assertEqual(lines[0].split(separator)[:2], ["dimension", "id"])
            self.assertEqual([line.split(separator)[1] for line in lines[1:]],
                             [value["id"] for value in self.values("kind", "--limit", "all")["values"]])

    def test_a_selected_value_stays_and_its_siblings_are_counted_beside_it(self):
        found = self.values("place", "--limit", "0", "--place", "sy-palmyra")["values"]
        self.assertEqual([value["id"] for value in found if value["selected"]], ["sy-palmyra"])
        self.assertGreater(len(found), 10)

    def test_text_fits_the_width_and_an_unknown_dimension_is_refused(self):
        outcome = self.sample_search("facet", "place", "zor")
        self.assertIn("Deir ez-Zor Governorate, Syria", outcome.text)
        self.assertTrue(all(len(line) <= 80 for line in outcome.text.splitlines()))
        self.assertEqual(self.sample_search("facet", "colour").code, 2)


class SuggestTest(SampleIndexTest):
    def completions(self, *arguments, code=0):
        outcome = self.sample_search("suggest", "--format", "json", *arguments)
        self.assertEqual(outcome.code, code, outcome.messages)
        self.assertEqual(faults(outcome.json, "completions"), [])
        return outcome.json["completions"]

    def test_values_come_before_words_and_the_most_frequent_first(self):
        found = self.completions("pal")
        self.assertEqual((found[0]["kind"], found[0]["id"]), ("place", "sy-palmyra"))
        values = [c["passages"] for c in found if c["kind"] != "word"]
        words = [c["passages"] for c in found if c["kind"] == "word"]
        self.assertEqual(values, sorted(values, reverse=True))
        self.assertEqual(words, sorted(words, reverse=True))
        self.assertEqual([c["kind"] == "word" for c in found], sorted(c["kind"] == "word" for c in found))

    def test_any_spelling_and_script_will_do(self):
        for prefix in ("DEIR EZ", "deir az", "دير ال"):
            self.assertIn("sy-deir-ez-zor", [c["id"] for c in self.completions(prefix)], prefix)

    def test_the_count_of_a_value_is_what_its_filter_finds(self):
        for completion in self.completions("a", "--dimension", "actor", "--limit", "5"):
            clicked = self.found("--limit", "0", "--actor", completion["id"])
            self.assertEqual(completion["passages"], clicked["total_passages"])

    def test_the_last_word_of_a_query_is_completed_and_stems_are_not_offered(self):
        words = [c["text"] for c in self.completions("siege of countr")]
        self.assertIn("siege of countries", words)
        self.assertNotIn("siege of countri", words)

    def test_nothing_and_formats(self):
        self.assertEqual(self.completions("qqqqq", code=1), [])
        self.assertEqual(self.completions("-", code=1), [])
        lines = self.sample_search("suggest", "--format", "tsv", "--dimension", "place", "pal").text.splitlines()
        self.assertEqual(lines[0].split("\t")[:2], ["sy-palmyra", "Palmyra"])


class ShowTest(SampleIndexTest):
    KEY = "siege-broken.txt#3"

    def shown(self, *arguments):
        outcome = self.sample_search("show", "--format", "json", *arguments)
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertEqual(faults(outcome.json, "shown-passage"), [])
        return outcome.json

    def test_a_passage_stands_among_its_neighbours(self):
        def keys(*arguments):
            shown = self.shown(self.KEY, *arguments)
            self.assertEqual(shown["passages"][shown["at"]]["passage"], self.KEY)
            return [passage["passage"] for passage in shown["passages"]]

        self.assertEqual(keys("--context", "0"), [self.KEY])
        self.assertEqual(keys(), [f"siege-broken.txt#{number}" for number in (2, 3, 4)])
        everything = keys("--article")
        self.assertEqual(len(everything), self.shown(self.KEY)["article_passages"])
        self.assertEqual(everything, keys("--context", "1000"))

    def test_the_whole_body_is_there_with_the_marks_of_a_query(self):
        passage = self.shown(self.KEY, "--query", "airport OR monitoring", "--context", "0")["passages"][0]
        self.assertTrue(" ".join(passage["text"].split()).endswith(" ".join(passage["snippet"]["text"].split())))
        self.assertFalse(passage["snippet"]["cut_before"] or passage["snippet"]["cut_after"])
        text = passage["snippet"]["text"].encode()
        marked = {text[begin:end].decode().lower() for begin, end in passage["snippet"]["marks"]}
        self.assertTrue(marked and marked <= {"airport", "monitoring"}, marked)
        self.assertEqual(self.shown(self.KEY, "--context", "0")["passages"][0]["snippet"]["marks"], [])

    def test_text_says_where_it_stands(self):
        text = self.sample_search("show", self.KEY).text
        self.assertIn("> " + self.KEY, text)
        self.assertIn("siege-broken.txt:", text)
        self.assertIn("actors: ", text)
        self.assertTrue(all(len(line) <= 80 for line in text.splitlines()))
        self.assertNotIn("\x1b", text)

    def test_an_unknown_passage_is_refused_with_those_there_are(self):
        outcome = self.sample_search("show", "siege-broken.txt#99")
        self.assertEqual(outcome.code, 2)
        self.assertIn("siege-broken.txt#1", outcome.messages)


class SimilarTest(SampleIndexTest):
    KEY = "siege-broken.txt#1"

    def similar(self, *arguments):
        outcome = self.sample_search("similar", "--format", "json", "--limit", "1000", *arguments)
        self.assertIn(outcome.code, (0, 1), outcome.messages)
        return outcome.json

    def test_neither_itself_nor_its_copies_are_found_unless_asked_for(self):
        copies = set()
        for hit in self.found("--limit", "1000", "")["hits"]:
            if hit["passage"] == self.KEY:
                copies = {copy["passage"] for copy in hit["first_copies"]}
        self.assertTrue(copies)
        found = {hit["passage"] for hit in self.similar(self.KEY)["hits"]}
        self.assertFalse(found & (copies | {self.KEY}))
        found = {hit["passage"] for hit in self.similar(self.KEY, "--copies")["hits"]}
        self.assertTrue(copies <= found)
        self.assertNotIn(self.KEY, found)

    def test_it_is_written_as_a_search_is(self):
        keys = [hit["passage"] for hit in self.similar(self.KEY)["hits"]]
        outcome = self.sample_search("similar", "--format", "csv", "--limit", "3", self.KEY)
        self.assertEqual([line.split(",")[2] for line in outcome.text.splitlines()[1:4]], keys[:3])
        self.assertIn("showing 1-3 of", outcome.messages)
        self.assertTrue(self.sample_search("similar", "--format", "markdown", self.KEY).text.split("\n")[2].startswith("1. ["))
        self.assertEqual(self.sample_search("similar", "--format", "geojson", self.KEY).json["type"], "FeatureCollection")

    def test_a_copy_in_the_first_article_of_the_index_is_none_either(self):
        report = "The army rebuilt the long bridge over the Euphrates near Raqqa on Monday, engineers said there.\n"
        self.file("articles/a.txt", report)
        self.file("articles/b.txt", report)
        self.file("articles/c.txt", "Engineers said the army left the bridge over the Euphrates.\n")
        self.build("articles")
        for options, expected in (((), ["c.txt#1"]), (("--copies",), ["a.txt#1", "c.txt#1"])):
            outcome = self.search("similar", "--format", "json", *options, "b.txt#1")
            self.assertEqual([hit["passage"] for hit in outcome.json["hits"]], expected)

    def test_a_copy_is_most_alike(self):
        first = self.similar(self.KEY, "--copies")["hits"][0]["passage"]
        self.assertIn(first, {"siege-broken-via-two-rivers.html#1", "siege-broken-via-two-rivers.html#2"})

    def test_filters_and_facets_work_as_in_a_search(self):
        found = self.similar(self.KEY, "--copies", "--actor", "SDF", "--facets", "actor,place")
        self.assertTrue(found["hits"])
        self.assertTrue(all(any(actor["id"] == "sdf" for actor in hit["actors"]) for hit in found["hits"]))
        value = found["facets"]["place"]["values"][0]
        clicked = self.similar(self.KEY, "--copies", "--actor", "SDF", "--place", value["id"])
        self.assertEqual(value["passages"], clicked["total_passages"])


if __name__ == "__main__":
    unittest.main()

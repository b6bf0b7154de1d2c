"""furat-search from the outside: exit codes, messages, windows, filters, exact counts and batches."""
import concurrent.futures
import unittest

from support import SampleIndexTest

DIMENSIONS = ("place", "actor", "date", "source", "published", "kind")


class ExitCodeTest(SampleIndexTest):
    def test_hits_exit_0_and_none_exit_1(self):
        self.assertEqual(self.sample_search("Mayadin").code, 0)
        nothing = self.sample_search("xylophone")
        self.assertEqual((nothing.code, nothing.err), (1, b""))
        self.assertIn("xylophone", nothing.text)

    def test_an_offset_behind_the_last_hit_still_exits_0(self):
        self.assertEqual(self.sample_search("--offset", "5000", "Mayadin").code, 0)

    def test_bad_options_exit_2(self):
        for arguments in (["--no-such-option", "x"], ["--format", "xml", "x"], ["--limit", "-1", "x"],
                          ["--limit", "ten", "x"], ["--offset", "-1", "x"], ["--facet-limit", "-1", "x"],
                          ["--date", "2017-02-30", "x"], ["--date", "2018..2017", "x"],
                          ["--facets", "colour", "x"], ["--color", "blue", "x"],
                          ["--date", "someday", "x"], ["--kind", "cities", "x"], ["--not-kind", "", "x"], ["--place-roles", "", "x"], ["--place-roles", "at,where", "x"],
                          ["--place-roles", ",", "x"], ["--near", "Raqqa", "x"], ["--within", "5km", "x"],
                          ["--near", "Raqqa", "--within", "nan", "x"], ["--near", "", "--within", "5km", "x"],
                          ["--near", "Raqqa", "--within", "1e999km", "x"], ["--bbox", "", "x"],
                          ["--near", "Raqqa", "--within", "", "x"], ["--bbox", "nan,nan,nan,nan", "x"],
                          ["--near", "1e999,0", "--within", "5km", "x"], ["--bbox", "1,2,0,3", "x"], ["--published", "2017-13", "x"], ["--sort", "size", "x"],
                          ["batch"], ["batch", "--queries", "missing.tsv"], ["batch", "--queries", "."]):
            with self.subTest(arguments):
                outcome = self.sample_search(*arguments)
                self.assert_fails(outcome, 2)
                self.assertNotEqual(outcome.messages.strip(), "")

    def test_a_missing_index_exits_2_and_says_what_to_do(self):
        self.assert_fails(self.search("x"), 2, "furat-index build", "FURAT_INDEX")
        self.assert_fails(self.search("--index", "nowhere", "x"), 2, "nowhere")

    def test_help_fits_eighty_columns(self):
        for arguments in (["--help"], ["batch", "--help"], ["why", "--help"]):
            for line in self.search(*arguments).text.splitlines():
                self.assertLessEqual(len(line), 80, line)

    def test_help_and_version_go_to_stdout(self):
        for option, words in (("--help", ("Examples", "--place", "--format", "Exit codes")),
                              ("-h", ("Examples", "--place", "--format"))):
            outcome = self.search(option)
            self.assertEqual((outcome.code, outcome.err), (0, b""))
            for word in words:
                self.assertIn(word, outcome.text)
        version = self.search("--version")
        self.assertEqual((version.code, version.err), (0, b""))
        self.assertRegex(version.text, r"(?s)furat \d+\.\d+\.\d+.*schema \d+.*Xapian 1\.")

    def test_a_bad_query_is_shown_with_a_caret_under_its_fault(self):
        for query, column in (('Mayadin ("foo" siege', 8), ("Raqqa)", 5), ('القائم "الحدود', 7), ("-Raqqa", 0)):
            outcome = self.sample_search("--", query)
            self.assert_fails(outcome, 2, f"  {query}\n")
            caret = outcome.messages.splitlines()[-1]
            self.assertRegex(caret, r"^ *\^$")
            self.assertIn(len(caret) - 3, (column, column + 1), query)

    def test_errors_about_long_values_show_what_is_around_the_fault(self):
        word = "bridge "
        for arguments in (["--place", word * 100], [word * 9 + "( " + word * 40], [word * 300], ["(" + word * 12],
                          ["--", "show " * 30 + ")"], ["show", "x" * 500 + "#1"]):
            outcome = self.sample_search(*arguments)
            self.assert_fails(outcome, 2)
            self.assertLessEqual(max(map(len, outcome.messages.splitlines())), 140, arguments)
        shown = self.sample_search(word * 9 + ") " + word * 40).messages.splitlines()
        self.assertLessEqual(max(len(line) for line in shown[1:]), 80)
        self.assertEqual(shown[1][shown[2].index("^")], ")")
        self.assertTrue(shown[1].startswith("  …") and shown[1].endswith("…"))

    def test_what_was_matched_as_a_name_is_not_asked_about(self):
        for name in ("Palymra", "Deyr al-Zor"):
            text = self.sample_search("--limit", "0", name).text
            self.assertIn("matched as", text)
            self.assertNotIn("did you mean", text)

    def test_an_unknown_filter_value_exits_2_with_suggestions(self):
        for option, given, meant in (("--place", "Mayadix", "al-Mayadin"), ("--source", "Badia Monitr", "Badia Monitor"),
                                     ("--not-place", "Rakqa", "Raqqa"), ("--actor", "Hezbolfah", "Hezbollah")):
            self.assert_fails(self.sample_search(option, given, "siege"), 2, given, "did you mean", meant)

    def test_a_filter_value_that_is_only_spelled_alike_is_taken_and_named(self):
        outcome = self.sample_search("--place", "Mayaden", "--format", "json", "")
        self.assertIn("was read as", " ".join(outcome.json["notes"]))
        self.assertIn("sy-mayadin", " ".join(outcome.json["notes"]))
        self.assert_fails(self.sample_search("--spelling", "exact", "--place", "Mayaden", ""), 2, "did you mean")

    def test_the_index_may_come_from_the_environment(self):
        self.assertEqual(self.search("Mayadin", env={"FURAT_INDEX": str(self.sample)}).code, 0)
        self.assertEqual(self.search("Mayadin", env={"FURAT_INDEX": "nowhere"}).code, 2)

    def test_what_is_not_ready_in_time_is_no_answer_and_exits_12(self):
        outcome = self.sample_search("--timeout", "0ms", "--format", "json", "siege")
        self.assertEqual((outcome.code, outcome.out), (12, b""))
        self.assertIn("longer than the 0 ms", outcome.messages)
        self.assertEqual(self.sample_search("--timeout", "10min", "siege").code, 0)
        for wrong in ("5", "-1s", "2 weeks", "s", "9999min"):
            self.assert_fails(self.sample_search(f"--timeout={wrong}", "siege"), 2, "duration")

    def test_words_and_a_query_in_one_argument_are_the_same(self):
        self.assertEqual(self.found("siege", "bridge")["hits"], self.found("siege bridge")["hits"])

    def test_plain_language_has_no_operators_and_refuses_nothing(self):
        for query in ('Who "took (Mayadin', "-Raqqa )( \"", "place:nowhere mil* ***", "OR"):
            self.assertIn(self.sample_search("--plain", "--", query).code, (0, 1), query)
        self.assertEqual(self.sample_search("--plain", "--", '(Mayadin "').code, 0)

    def test_any_spelling_and_script_finds_the_same_place(self):
        names = ("Deir Ezzor", "Deir ez-Zor", "Dayr az-Zawr", "دير الزور")
        totals = {name: self.found("--place", name)["total_passages"] for name in names}
        self.assertEqual(len(set(totals.values())), 1, totals)

    def test_every_output_format_survives_an_answer_without_hits_and_an_article_without_metadata(self):
        self.file("a.txt", "One bridge.\n")
        self.build("a.txt")
        for form in ("text", "json", "jsonl", "csv", "trec"):
            for query, code in (("xylophone", 1), ("bridge", 0)):
                outcome = self.search("--format", form, "--facets", ",".join(DIMENSIONS), query)
                self.assertEqual((outcome.code, outcome.err), (code, b""))


class WindowTest(SampleIndexTest):
    def test_windows_put_together_are_the_whole_list(self):
        for options in ([], ["--group", "article"], ["--sort", "date"], ["--sort", "published"]):
            whole = self.found("--limit", "1000", *options, "ISIS")
            keys = [hit["passage"] for hit in whole["hits"]]
            self.assertEqual(len(keys), whole["total_articles" if options[:1] == ["--group"] else "total_passages"])
            self.assertEqual(len(set(keys)), len(keys))
            self.assertEqual([hit["rank"] for hit in whole["hits"]], list(range(1, len(keys) + 1)))
            pieces = []
            for offset in range(0, len(keys) + 7, 7):
                page = self.found("--limit", "7", "--offset", str(offset), *options, "ISIS")
                self.assertEqual(page["total_passages"], whole["total_passages"])
                pieces += page["hits"]
            self.assertEqual(pieces, whole["hits"], options)

    def test_a_limit_of_0_gives_counts_alone(self):
        nothing = self.found("--limit", "0", "--facets", "place", "ISIS")
        self.assertEqual(nothing["hits"], [])
        self.assertGreater(nothing["total_passages"], 0)
        self.assertTrue(nothing["facets"]["place"]["values"])

    def test_hits_sorted_by_publication_are_the_newest_first(self):
        days = [hit["article"]["published"] for hit in self.found("--sort", "published", "--limit", "500", "")["hits"]]
        known = [day for day in days if day]
        self.assertEqual(known, sorted(known, reverse=True))
        self.assertEqual(days[:len(known)], known, "undated articles come last")


class FacetTest(SampleIndexTest):
    QUERY = "ISIS"

    def counts(self, *arguments):
        found = self.found("--limit", "0", "--facet-limit", "0", "--facets", ",".join(DIMENSIONS), *arguments,
                           self.QUERY)
        return found["facets"]

    def of_values(self, facet):
        return {value["id"]: (value["passages"], value["articles"]) for value in facet["values"] if value["passages"]}

    def test_each_count_is_the_number_of_hits_after_the_click(self):
        clicks = []
        for dimension, facet in self.counts().items():
            self.assertEqual(len(self.of_values(facet)), facet["total_values"])
            clicks += [(dimension, identity, numbers) for identity, numbers in self.of_values(facet).items()]
            clicks.append((dimension, "none", (facet["passages_without"], None)))

        def total(click):
            found = self.found("--limit", "0", f"--{click[0]}", click[1], self.QUERY)
            return found["total_passages"], found["total_articles"]

        self.assertGreater(len(clicks), 300)
        with concurrent.futures.ThreadPoolExecutor(4) as pool:
            for click, (passages, articles) in zip(clicks, pool.map(total, clicks)):
                with self.subTest(dimension=click[0], value=click[1]):
                    self.assertEqual(passages, click[2][0])
                    if click[2][1] is not None:
                        self.assertEqual(articles, click[2][1])

    def test_a_selected_dimension_keeps_its_counts_and_the_others_follow_the_selection(self):
        before = self.counts()
        for dimension, value in (("place", "sy-raqqa"), ("actor", "isis"), ("date", "2017-10"),
                                 ("source", before["source"]["values"][0]["id"]), ("published", "2017"),
                                 ("kind", "rebels")):
            after = self.counts(f"--{dimension}", value)
            with self.subTest(dimension):
                self.assertEqual(self.of_values(after[dimension]), self.of_values(before[dimension]))
                selected = [entry["id"] for entry in after[dimension]["values"] if entry["selected"]]
                self.assertEqual(selected, [value])
                for other in DIMENSIONS:
                    if other == dimension:
                        continue
                    for identity, numbers in list(self.of_values(after[other]).items())[:5]:
                        found = self.found("--limit", "0", f"--{dimension}", value, f"--{other}", identity, self.QUERY)
                        self.assertEqual((found["total_passages"], found["total_articles"]), numbers, identity)

    def test_two_values_of_a_dimension_give_the_passages_of_either(self):
        keys = [{hit["passage"] for hit in self.found("--limit", "500", *places, self.QUERY)["hits"]}
                for places in (["--place", "Raqqa"], ["--place", "Mosul"], ["--place", "Raqqa", "--place", "Mosul"])]
        self.assertEqual(keys[2], keys[0] | keys[1])

    def test_a_value_and_its_exclusion_are_together_everything(self):
        total = self.found(self.QUERY)["total_passages"]
        for dimension, value in (("place", "Raqqa"), ("actor", "SDF"), ("date", "2017"), ("published", "2017..2018"),
                                 ("kind", "state_forces")):
            with_it = self.found(f"--{dimension}", value, self.QUERY)["total_passages"]
            without = self.found(f"--not-{dimension}", value, self.QUERY)["total_passages"]
            self.assertEqual(with_it + without, total, dimension)

    def test_a_filter_as_an_option_and_in_the_query_are_the_same(self):
        for dimension, value in (("place", "Raqqa"), ("actor", "SDF"), ("date", "2017-09..2017-10"),
                                 ("published", "2017"), ("kind", "rebels")):
            self.assertEqual(self.found(f"--{dimension}", value, self.QUERY)["total_passages"],
                             self.found(f"{self.QUERY} {dimension}:{value}")["total_passages"], dimension)

    def test_a_distance_and_a_box_leave_passages_that_name_a_place_there(self):
        near = ("--near", "Dayr az-Zawr", "--within", "30km")
        facet = self.counts(*near)["place"]
        for identity, numbers in list(self.of_values(facet).items())[:8]:
            found = self.found("--limit", "0", *near, "--place", identity, self.QUERY)
            self.assertEqual((found["total_passages"], found["total_articles"]), numbers, identity)
        for arguments in (near, ("--bbox", "35.0,39.8,35.6,40.5"), ("--bbox", "-90,-180,90,180")):
            some = self.found("--limit", "0", *arguments, self.QUERY)["total_passages"]
            self.assertTrue(0 < some < self.found("--limit", "0", self.QUERY)["total_passages"], arguments)
        nothing = self.sample_search("--bbox", "-60,-150,-50,-140", self.QUERY)
        self.assertEqual(nothing.code, 1)
        self.assertIn("bbox:-60", nothing.text)

    def test_an_unknown_place_to_be_near_gets_suggestions(self):
        self.assert_fails(self.sample_search("--spelling", "exact", "--near", "Raqqqa", "--within", "5km"), 2, "Raqqqa", "did you mean", "Raqqa")

    def test_in_other_roles_each_count_is_the_number_of_hits_after_the_click(self):
        totals = set()
        for roles in ("at", "of,says", "in-name,dateline", "all"):
            facet = self.counts("--place-roles", roles)["place"]
            totals.add(facet["passages_without"])
            for identity, numbers in list(self.of_values(facet).items())[:8] + [("none", (facet["passages_without"],))]:
                found = self.found("--limit", "0", "--place-roles", roles, "--place", identity, self.QUERY)
                self.assertEqual(found["total_passages"], numbers[0], (roles, identity))
        self.assertEqual(len(totals), 4)

    def test_a_shown_selection_is_never_cut_by_the_facet_limit(self):
        values = self.found("--facets", "place", "--facet-limit", "1", "--place", "sy-raqqa", self.QUERY)
        self.assertIn("sy-raqqa", [value["id"] for value in values["facets"]["place"]["values"]])


class WhyTest(SampleIndexTest):
    def why(self, *arguments):
        return self.search("why", "--index", self.sample, *arguments)

    def test_each_mention_of_a_hit_is_explained_where_it_stands_in_the_file(self):
        hit = self.found("siege questions")["hits"][0]
        explained = self.why(hit["passage"], "--format", "json").json
        self.assertEqual((explained["file"], explained["start"]), (hit["file"], hit["start"]))
        for kind, key in (("place", "places"), ("date", "dates"), ("actor", "actors")):
            self.assertEqual([(m["value"], m["start"], m["end"], m["rule"]) for m in explained["mentions"]
                              if m["type"] == kind],
                             [(m["id"], m["start"], m["end"], m["rule"]) for m in hit[key]])
        text = self.why(hit["passage"]).text
        for mention in explained["mentions"]:
            self.assertTrue(mention["reason"].endswith("."), mention)
            self.assertIn(f"{mention['start']}-{mention['end']}", text)

    def test_one_mention_can_be_asked_for_in_any_case(self):
        outcome = self.why("siege-questions.txt#1", "--text", "MOSC", "--format", "json")
        self.assertEqual((outcome.code, [m["text"] for m in outcome.json["mentions"]]), (0, ["Moscow"]))
        self.assertEqual(self.why("siege-questions.txt#1", "--text", "xylophone").code, 1)
        self.assertEqual(self.why("siege-questions.txt#1", "--text", "\u2020").code, 1)

    def test_an_unknown_passage_exits_2_with_those_the_article_has(self):
        self.assert_fails(self.why("siege-questions.txt#99"), 2, "siege-questions.txt#99", "did you mean",
                          "siege-questions.txt#1'")
        for key in ("", "#", "nowhere#1", "\x1b[2J#1"):
            self.assert_fails(self.why(key), 2, "no article")

    def test_a_search_for_the_word_why_stands_behind_two_dashes(self):
        self.assertIn(self.sample_search("--", "why").code, (0, 1))


class BatchTest(SampleIndexTest):
    QUERIES = "q1\tISIS Mayadin\nq2\t(broken\r\nq3\txylophone\n\nq4\tsiege\n"

    def batch(self, *arguments, queries=QUERIES, **options):
        self.file("queries.tsv", queries)
        return self.search("batch", "--index", self.sample, "--queries", "queries.tsv", *arguments, **options)

    def test_a_bad_query_is_named_the_rest_runs_and_the_exit_code_is_3(self):
        outcome = self.batch("--format", "trec")
        self.assertEqual(outcome.code, 3)
        self.assertIn("q2", outcome.messages)
        self.assertNotIn("q3", outcome.messages)
        self.assertEqual({line.split()[0] for line in outcome.text.splitlines()}, {"q1", "q4"})

    def test_a_batch_that_runs_exits_0_whatever_it_finds(self):
        self.assertEqual(self.batch(queries="q3\txylophone\n").code, 0)
        self.assertEqual(self.batch("--plain").code, 0)
        self.assertEqual(self.batch(queries="").code, 0)

    def test_a_query_that_is_not_ready_in_time_is_named(self):
        outcome = self.batch("--timeout", "0ms", queries="a\tsiege\nb\tbridge\n")
        self.assertEqual((outcome.code, outcome.out), (3, b""))
        for name in ("query a:", "query b:"):
            self.assertIn(name, outcome.messages)

    def test_standard_input_is_a_queries_file(self):
        outcome = self.search("batch", "--index", self.sample, "--queries", "-", stdin=b"q1\tMayadin\n")
        self.assertEqual(outcome.code, 0, outcome.messages)
        self.assertTrue(outcome.text.startswith("q1 Q0 "))

    def test_a_line_without_a_tab_is_named_by_its_number(self):
        self.assert_fails(self.batch(queries="q1\tsiege\n\nno tab\n"), 2, "queries.tsv:3:")

    def test_jsonl_rows_have_the_keys_of_the_contract(self):
        outcome = self.batch("--group", "passage", "--format", "jsonl", "--limit", "3")
        for row in outcome.rows:
            self.assertEqual({"qid", "rank", "score", "article", "file", "start", "end", "text"} - row.keys(), set())
        self.assertEqual([row["rank"] for row in outcome.rows if row["qid"] == "q1"], [1, 2, 3])

    def test_trec_rows_grouped_by_article_have_consecutive_ranks_and_falling_scores(self):
        outcome = self.batch("--group", "article", "--format", "trec", "--match", "any", "--limit", "20")
        rows = [line.split() for line in outcome.text.splitlines() if line.startswith("q1 ")]
        self.assertEqual([int(row[3]) for row in rows], list(range(1, len(rows) + 1)))
        self.assertEqual(len({row[2] for row in rows}), len(rows))
        scores = [float(row[4]) for row in rows]
        self.assertEqual(scores, sorted(scores, reverse=True))
        self.assertTrue(all(row[1] == "Q0" and row[5] == "furat" and len(row) == 6 for row in rows))

    def test_a_batch_and_a_single_search_find_the_same(self):
        rows = self.batch("--group", "passage", "--format", "jsonl", "--limit", "5", queries="q4\tsiege\n").rows
        hits = self.found("--limit", "5", "siege")["hits"]
        self.assertEqual([(row["file"], row["start"]) for row in rows], [(hit["file"], hit["start"]) for hit in hits])

    def test_filters_hold_for_every_query(self):
        outcome = self.batch("--place", "Raqqa", "--format", "jsonl", queries="q4\tsiege\n")
        everything = self.batch("--format", "jsonl", "--limit", "500", queries="q4\tsiege\n")
        self.assertEqual(outcome.code, 0)
        self.assertLess(len(outcome.rows), len(everything.rows))


if __name__ == "__main__":
    unittest.main()

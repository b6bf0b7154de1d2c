"""Dates on the command line: modes, words, the present, the two clocks, order."""
import unittest

from support import SampleIndexTest


class DateOptionsTest(SampleIndexTest):
    def keys(self, *arguments):
        return {hit["passage"] for hit in self.found("--limit", "1000", *arguments)["hits"]}

    def test_a_date_inside_or_around_a_time_also_overlaps_it(self):
        for time in ("2017-09", "2017", "2017-09-03..2017-10-20", "2010s"):
            overlapping = self.keys("--date", time)
            within = self.keys("--date", time, "--date-mode", "within")
            containing = self.keys("--date", time, "--date-mode", "contains")
            self.assertLessEqual(within | containing, overlapping, time)
            self.assertTrue(within, time)
            self.assertLess(len(within), len(overlapping), time)

    def test_precise_is_what_within_finds(self):
        values = self.found("--limit", "0", "--facets", "date", "--facet-limit", "40")["facets"]["date"]["values"]
        self.assertGreaterEqual(len(values), 40)
        for value in values:
            found = self.found("--limit", "0", "--date", value["id"], "--date-mode", "within")
            self.assertEqual(found["total_passages"], value["precise"], value["id"])

    def test_words_find_what_their_days_find_and_are_said(self):
        for words, days, *now in (("Sept 2017", "2017-09"), ("early 2016", "2016-01-01..2016-04-30"),
                                  ("between March and June 2016", "2016-03-01..2016-06-30"),
                                  ("since 2018", "2018-01-01.."), ("9 February", "--02-09"),
                                  ("9 February", "2019-02-09", "--now", "2019-02-12"),
                                  ("last year", "2018", "--now", "2019-02-12")):
            found = self.found("--limit", "1000", *now, "--date", words)
            self.assertEqual({hit["passage"] for hit in found["hits"]}, self.keys("--date", days), words)
            year = " (year unknown)" if days.startswith("--") else ""
            self.assertEqual(found["notes"], [f"'{words}' was read as {days}{year}"])
        in_query = self.found("--limit", "1000", 'siege date:"early 2016"')
        self.assertEqual({hit["passage"] for hit in in_query["hits"]}, self.keys("--date", "early 2016", "siege"))
        self.assertIn("was read as", self.sample_search("--date", "Sept 2017", "siege").text)

    def test_what_counts_from_the_present_is_refused_without_one(self):
        for arguments in (["--date", "last week"], ["--not-date", "yesterday", "x"], ["--published", "last month"],
                          ["--reported-by", "yesterday"], ['date:"last week"'], ["--date", "2017..yesterday"]):
            self.assert_fails(self.sample_search(*arguments), 2, "--now")
            self.assertIn(self.sample_search("--now", "2019-02-12", *arguments).code, (0, 1))
        queries = self.file("queries.tsv", 'q\tsiege date:"last week"\n')
        self.assertEqual(self.sample_search("batch", "--queries", queries).code, 3)
        self.assertEqual(self.sample_search("batch", "--now", "2017-09-12", "--queries", queries).code, 0)

    def test_bad_dates_exit_2_and_say_what_is_wrong(self):
        for arguments, fragment in ((["--now", "2019", "--date", "2017"], "2019"),
                                    (["--now", "yesterday", "x"], "yesterday"),
                                    (["--date", "before 2014"], "is no date"),
                                    (["--date", "6 and 7 February 2017"], "several"),
                                    (["--date", "2018..2017"], "ends before it begins"),
                                    (["--published", "--02-09"], "no year"),
                                    (["--reported-by", "since 2017"], "no last day"),
                                    (["--date-mode", "inside", "x"], "inside")):
            self.assert_fails(self.sample_search(*arguments), 2, fragment)

    def test_nothing_found_names_what_narrowed_it(self):
        outcome = self.sample_search("--date-mode", "contains", "--reported-by", "2017", "--date", "2010s", "siege")
        self.assertEqual(outcome.code, 1)
        for words in ("date:2010s", "contains", "reported by 2017"):
            self.assertIn(words, outcome.text)

    def test_reported_by_leaves_what_was_published_by_then(self):
        hits = self.found("--limit", "1000", "--reported-by", "2017-09", "ISIS")["hits"]
        self.assertTrue(hits)
        for hit in hits:
            self.assertLessEqual(hit["article"]["published"], "2017-09-30")
        everything = self.found("--limit", "1000", "ISIS")["hits"]
        known = [hit for hit in everything if (hit["article"]["published"] or "9999") <= "2017-09-30"]
        self.assertEqual(len(known), len(hits))

    def test_by_date_hits_begin_with_what_was_asked_for(self):
        hits = self.found("--limit", "1000", "--sort", "date", "--date", "2017-09", "--date-mode", "within")["hits"]
        firsts = []
        for hit in hits:
            # "until 2017-09" begins with what it names
            begins = [(mention["first"] or f"{mention['id']}-01-01"[:10], mention["last"] or "9999")
                      for mention in hit["dates"]]
            inside = [first for first, last in begins if "2017-09-01" <= first <= "2017-09-30"]
            overlapping = [first for first, last in begins if first < "2017-09-01" <= last]
            firsts.append("2017-09-01" if overlapping else min(inside))
        self.assertGreater(len(set(firsts)), 5)
        self.assertEqual(firsts, sorted(firsts))


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""docs/examples/furat_ctypes.py with the shared libraries: answers are those of the command line, errors and threads."""
import os
import pathlib
import subprocess
import sys
import unittest
from concurrent.futures import ThreadPoolExecutor

SOURCE = pathlib.Path(os.environ["FURAT_SOURCE_DIR"])
sys.path[:0] = [str(SOURCE / "tests" / "cli"), str(SOURCE / "docs" / "examples")]

import furat_ctypes  # noqa: E402
from furat_ctypes import Cancellation, Cancelled, DeadlineExceeded, FuratError, Searcher  # noqa: E402
from support import SampleIndexTest, sample_articles  # noqa: E402


class CtypesTest(SampleIndexTest):
    def setUp(self):
        super().setUp()
        self.searcher = Searcher(self.sample)
        self.addCleanup(self.searcher.close)

    def assert_as_printed(self, arguments, request_name, **request):
        """The answer is byte for byte what the command prints."""
        printed = self.search(*arguments, "--index", self.sample, "--format", "json")
        self.assertEqual(printed.code, 0, printed.messages)
        self.assertEqual(self.searcher.answer_text(request_name, **request), printed.text)

    def failure(self, kind, call, *arguments, **request):
        with self.assertRaises(FuratError) as caught:
            call(*arguments, **request)
        self.assertEqual(caught.exception.kind, kind)
        return caught.exception

    def test_answers_are_those_of_the_command_line(self):
        key = self.searcher.search(query="Palmyra", limit=1)["hits"][0]["passage"]
        filters = [{"dimension": "date", "value": "2017"}, {"dimension": "actor", "value": "SDF", "exclude": True}]
        self.assert_as_printed(
            ["--facets", "place,date", "--date", "2017", "--not-actor", "SDF", "--limit", "5", "army"],
            "search", query="army", filters=filters, limit=5, facets=["place", "date"])
        self.assert_as_printed(["facet", "place", "deir"], "facet_values", dimension="place", text="deir")
        self.assert_as_printed(["timeline", "--by", "month", "army"], "timeline", search={"query": "army"}, by="month")
        self.assert_as_printed(["pivot", "--rows", "place", "--columns", "year", "army"], "pivot",
                               search={"query": "army"}, rows="place", columns="year")
        self.assert_as_printed(["places", "deir"], "values", dimension="place", name="deir")
        self.assert_as_printed(["why", key], "passage", passage=key)
        self.assert_as_printed(["show", key, "--query", "Palmyra"], "show", passage=key, query="Palmyra")
        self.assert_as_printed(["similar", key, "--limit", "3"], "similar", passage=key, search={"limit": 3})
        self.assert_as_printed(["suggest", "dei"], "suggest", prefix="dei")

    def test_every_hit_is_a_line_of_jsonl(self):
        printed = self.sample_search("--format", "jsonl", "--limit", "all", "army").rows[:-1]
        hits = []
        self.searcher.each_hit(hits.append, query="army")
        self.assertGreater(len(hits), 10)
        self.assertEqual(hits, printed)

    def test_what_a_callback_raises_ends_the_search_and_comes_out(self):
        hits = []

        def take(hit):
            hits.append(hit)
            if len(hits) == 2:
                raise KeyboardInterrupt

        with self.assertRaises(KeyboardInterrupt):
            self.searcher.each_hit(take, query="army")
        self.assertEqual(len(hits), 2)

    def test_errors_are_exceptions_with_what_is_known(self):
        error = self.failure("bad_request", self.searcher.search, query='army "unclosed')
        self.assertEqual((error.details["argument"], error.details["column"]), ("query", 5))
        error = self.failure("bad_request", self.searcher.timeline, search={"lmit": 1})
        self.assertEqual((error.details["argument"], error.details["suggestions"][0]), ("search.lmit", "limit"))
        error = self.failure("bad_request", self.searcher.show, "none#1")
        self.assertEqual(error.details["argument"], "passage")
        error = self.failure("index_not_found", Searcher, self.folder / "nowhere")
        self.assertTrue(error.details["path"].endswith("nowhere"))
        self.searcher.close()
        self.failure("null_argument", self.searcher.info)

    def test_cancelled_and_late_calls_have_exceptions_of_their_own(self):
        cancellation = Cancellation()
        self.assertGreater(self.searcher.search(cancellation, query="army")["total_passages"], 0)
        cancellation.cancel()
        with self.assertRaises(Cancelled):
            self.searcher.search(cancellation, query="army")
        with self.assertRaises(DeadlineExceeded):
            self.searcher.search(query="army", timeout_ms=0)

    def test_threads_share_a_searcher(self):
        queries = ["army", "Palmyra", "Raqqa", "captured", "the town"] * 8
        alone = [self.searcher.answer_text("search", query=query) for query in queries]
        with ThreadPoolExecutor(4) as threads:
            together = list(threads.map(lambda query: self.searcher.answer_text("search", query=query), queries))
        self.assertEqual(together, alone)

    def test_what_is_open_is_told(self):
        info = self.searcher.info()
        self.assertEqual(info["generation"], self.status(self.sample)["generation"])
        self.assertEqual(sorted(info), ["articles", "digest", "generation", "missing_shards", "passages", "schema_version",
                                        "stale_shards", "version"])
        self.assertEqual((info["missing_shards"], info["stale_shards"]), ([], []))

    def test_a_cluster_is_opened_by_its_file(self):
        cluster = self.file("cluster.toml", f'[[shard]]\nname = "one"\naddresses = ["{self.sample}"]\n')
        with Searcher(cluster) as several:
            self.assertEqual(several.info()["digest"], self.searcher.info()["digest"])
            self.assertEqual([hit["passage"] for hit in several.search(query="Palmyra")["hits"]],
                             [hit["passage"] for hit in self.searcher.search(query="Palmyra")["hits"]])
        self.failure("bad_request", Searcher, self.file("broken.toml", "[[shard]]\n"))

    def test_an_index_is_built_updated_and_verified(self):
        index = self.folder / "index"
        self.file("articles/a.txt", "The army captured Palmyra on 3 March 2017.\n")
        done = []
        report = furat_ctypes.build(index, [self.folder / "articles"], progress=lambda *numbers: done.append(numbers))
        self.assertEqual((report["articles"], report["skipped"], report["problems"]), (1, 0, []))
        self.assertEqual(done[-1][0], 1)
        self.file("articles/b.txt", "Rebels left Idlib on 5 March 2017.\n")
        report = furat_ctypes.update(index)
        self.assertEqual((report["added"], report["names"], report["articles"]), (1, ["added b.txt"], 2))
        self.assertEqual(furat_ctypes.status(index)["digest"], self.status("index")["digest"])
        checked = furat_ctypes.verify(index, counts=True)
        self.assertEqual((checked["faults"], checked["recounted"]["passages"]), ([], 2))
        self.assertEqual(self.failure("bad_request", furat_ctypes.update, index, thread=1).details["argument"], "thread")

    def test_what_progress_raises_ends_a_build(self):
        def progress(*_):
            raise ZeroDivisionError
        with self.assertRaises(ZeroDivisionError):
            furat_ctypes.build(self.folder / "index", [sample_articles()], progress=progress)
        self.failure("index_not_found", furat_ctypes.status, self.folder / "index")

    def test_the_example_program_runs(self):
        program = SOURCE / "docs" / "examples" / "search_ctypes.py"
        done = subprocess.run([sys.executable, "-B", program, self.sample, "Palmyra"], capture_output=True, text=True,
                              check=False)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertRegex(done.stdout, r"^\d+ passages of \d+ articles\n1\. ")
        done = subprocess.run([sys.executable, "-B", program, "nowhere", "Palmyra"], capture_output=True, text=True,
                              check=False)
        self.assertEqual((done.returncode, done.stdout), (2, ""))
        self.assertIn("(index_not_found)", done.stderr)


if __name__ == "__main__":
    unittest.main()

"""Kills rebuilds with SIGKILL at random moments: readers see the old index or the new one, never anything else.

The published index is one of the sample archive. Each round rebuilds it from a synthetic archive and is killed on
the way or shortly after its usual end; where the new index was published, the old one is built again.
"""
import collections
import signal
import time
import unittest

import support
import synthetic_archive
from killing import KilledRunTest

ROUNDS = 50
ARTICLES = 400
# Half of the kills fall anywhere in the usual time of a build and shortly after, half near the end, where it merges
# and publishes: shares of the usual time.
WHOLE, NEAR_END = (0.0, 1.2), (0.7, 1.1)


class KillRebuildTest(KilledRunTest):
    seed = 20171014

    def setUp(self):
        super().setUp()
        synthetic_archive.make_archive(self.folder / "synthetic", support.sample_articles(), ARTICLES)
        self.archives = {"sample": support.sample_articles(), "synthetic": self.folder / "synthetic"}
        self.states = {name: self.state_of(path, f"trial-{name}") for name, path in self.archives.items()}
        self.assertNotEqual(self.states["sample"][0], self.states["synthetic"][0])
        self.usual = min(self.seconds_of("build", "--index", "trial", "synthetic") for _ in range(3))

    def state_of(self, archive, index=".furat"):
        """Digest, passages and hits of a search once the archive has been built."""
        self.build(archive, index=index)
        return self.state(index)

    def state(self, index=".furat"):
        outcome = self.search("--index", index, "--format", "json", "--limit", "3", "--facets", "place,date", "ISIS")
        self.assertEqual(outcome.code, 0, outcome.messages)
        status = self.status(index)
        found = outcome.json
        self.assertTrue(all(hit["text"] for hit in found["hits"]))
        return status["digest"], status["passages"], found["total_passages"], str(found["facets"])

    def generations(self):
        return {path.name: path for path in (self.folder / ".furat").iterdir() if path.is_dir()}

    def current(self):
        return (self.folder / ".furat/CURRENT").read_text().strip()

    def phase_at_death(self, begin, current):
        """Which step the killed build had reached, from what it left behind since `begin`, in nanoseconds."""
        if self.current() != current:
            return "published"
        coarse_clock = 10_000_000
        new = [path for path in self.generations().values() if path.stat().st_mtime_ns > begin - coarse_clock]
        if not new:
            return "before a generation was made"
        if (new[0] / "COMPLETE").exists():
            return "complete but not published"
        if (new[0] / "columns").exists():
            return "columns written"
        if (new[0] / "passages").exists():
            return "merging"
        return "writing segments" if (new[0] / "segments").exists() else "before segments"

    def test_a_killed_rebuild_leaves_one_complete_index_and_the_next_build_clears_up(self):
        self.build(self.archives["sample"])
        published = "sample"
        phases = collections.Counter()
        for number in range(ROUNDS):
            after = self.moment(number, ROUNDS, *(WHOLE if number % 2 == 0 else NEAR_END))
            if published == "synthetic":
                self.build(self.archives["sample"])
            current, begin = self.current(), time.time_ns()
            code = self.ended_by(signal.SIGKILL, after, "build", "--quiet", self.archives["synthetic"])
            self.assertIn(code, (0, -signal.SIGKILL))
            killed = code != 0
            phases[self.phase_at_death(begin, current) if killed else "after the end"] += 1
            with self.subTest(round=number, after=f"{after:.3f} s"):
                state = self.state()
                self.assertIn(state, self.states.values())
                self.assert_verifies()
                if not killed:
                    self.assertEqual(state, self.states["synthetic"])
            published = "sample" if state == self.states["sample"] else "synthetic"
        print(f"\n{ROUNDS} kills, a build usually takes {self.usual:.2f} s:")
        for phase, count in phases.most_common():
            print(f"  {count:3d}  {phase}")
        self.assertLessEqual(phases["after the end"], ROUNDS // 2, "too few builds were killed")
        self.assert_a_full_build_clears_up()

    def assert_a_full_build_clears_up(self):
        self.build(self.archives["synthetic"])
        self.assertEqual(self.state(), self.states["synthetic"])
        self.assert_verifies()
        self.assertLessEqual(len(self.generations()), 2, "more than the published and the previous generation")
        for path in self.generations().values():
            self.assertEqual(sorted(child.name for child in path.iterdir()), ["COMPLETE", "columns", "digests", "files", "passages"])
        others = {path.name for path in (self.folder / ".furat").iterdir()} - set(self.generations())
        self.assertEqual(others, {"CURRENT", "LOCK", "LAST_RUN"})


if __name__ == "__main__":
    unittest.main()

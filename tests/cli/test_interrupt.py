"""SIGINT during a build: the exit code says so and the old index stands."""
import resource
import signal
import subprocess
import time
import unittest

import support
import synthetic_archive
from processor_time import cpu_seconds
from support import CliTest, sample_articles


def cpu_seconds_of_children():
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class InterruptTest(CliTest):
    def setUp(self):
        super().setUp()
        synthetic_archive.make_archive(self.folder / "big", sample_articles(), 1000)
        self.build(sample_articles())
        self.before = self.status()["digest"]

    def interrupted(self, after, signals=1):
        """A build that is interrupted when it has used so much of the processor."""
        started = subprocess.Popen([support.program("furat-index"), "build", "big"], cwd=self.folder,
                                   env=support.clean_environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        while started.poll() is None and cpu_seconds(started.pid) < after:
            time.sleep(0.01)
        for _ in range(signals):
            started.send_signal(signal.SIGINT)
            time.sleep(0.02 if signals > 1 else 0)
        out, err = started.communicate(timeout=support.TIME_LIMIT)
        return support.Outcome(started.returncode, out, err)

    def assert_old_index_stands(self):
        self.assertEqual(self.status()["digest"], self.before)
        self.assert_verifies()
        self.assertEqual(self.search("ISIS").code, 0)

    def test_a_build_interrupted_early_or_late_exits_130_and_the_old_index_stands(self):
        begin = cpu_seconds_of_children()
        self.build("big", index="trial")
        usual = cpu_seconds_of_children() - begin
        for share in (0.05, 0.3, 0.6):
            with self.subTest(f"after {share:.0%} of {usual:.1f} s of the processor"):
                outcome = self.interrupted(after=share * usual)
                self.assertEqual(outcome.code, 130, outcome.messages)
                self.assertIn("interrupted", outcome.messages)
                self.assert_old_index_stands()
                self.assertEqual([path.name for path in (self.folder / ".furat").glob("gen-*")], ["gen-000001"])

    def test_a_second_interrupt_ends_the_program_at_once_and_the_old_index_stands(self):
        outcome = self.interrupted(after=0.5, signals=2)
        self.assertIn(outcome.code, (-signal.SIGINT, 130))
        self.assert_old_index_stands()


if __name__ == "__main__":
    unittest.main()

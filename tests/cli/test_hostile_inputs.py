"""Each hostile input in a folder with two good articles: the build ends, says what it left out, and the rest is found."""
import os
import re
import signal
import subprocess
import time
import unittest

from hostile_inputs import EITHER, READ, SKIPPED, WARNED, all_inputs, placed
from support import SLOWER, CliTest, Outcome, clean_environment, program

SECONDS = 60 * SLOWER
MEMORY = 4 << 30  # bytes that the build, or a child of it, may have in memory at once
CONTROLS = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\x80-\x9f\u202a-\u202e\u2066-\u2069]")


class HostileInputTest(CliTest):
    def measured_build(self):
        """Builds an index of the folder; the outcome and the largest memory of the processes, in bytes."""
        with open(self.folder / "err", "wb") as err, open(self.folder / "out", "wb") as out:
            process = subprocess.Popen([program("furat-index"), "build", "--index", "index", "archive"], cwd=self.folder,
                                       stdin=subprocess.DEVNULL, stdout=out, stderr=err, env=clean_environment(),
                                       start_new_session=True)
        deadline = time.monotonic() + SECONDS
        done = (0, 0, None)
        while done[0] == 0 and time.monotonic() < deadline:
            time.sleep(0.01)
            done = os.wait4(process.pid, os.WNOHANG)
        if done[0] == 0:
            os.killpg(process.pid, signal.SIGKILL)  # the process and the readers that it started
            process.wait()
            self.fail(f"no end after {SECONDS} s")
        process.returncode = os.waitstatus_to_exitcode(done[1])
        return Outcome(process.returncode, b"", (self.folder / "err").read_bytes()), done[2].ru_maxrss * 1024

    def check(self, hostile):
        if hostile.name == "unreadable.txt" and os.geteuid() == 0:
            self.skipTest("root reads every file")
        for name, word in (("good-1.txt", "goldfinch"), ("zz-good-2.txt", "wagtail")):
            self.file(f"archive/{name}", f"A {word} was seen\n\nThe {word} sat on the bridge of Raqqa in May 2018.\n")
        path = self.folder / "archive" / hostile.name
        path.parent.mkdir(exist_ok=True)
        placed(path, hostile)
        outcome, memory = self.measured_build()
        messages = outcome.err.decode("utf-8")
        self.assertIn(outcome.code, (0, 3), messages[-500:])
        self.assertIsNone(CONTROLS.search(messages.replace("\n", "")), repr(messages[:500]))
        for word in ("goldfinch", "wagtail"):
            self.assert_found(word)
        self.assert_outcome(hostile, outcome.code, messages)
        if not os.environ.get("FURAT_SANITIZED"):
            self.assertLess(memory, MEMORY)
        self.assert_never(hostile, messages)
        self.assertEqual([*self.folder.rglob("furat-climbed"), *self.folder.parent.glob("furat-climbed")], [])

    def assert_found(self, word):
        outcome = self.search("--index", "index", "--format", "json", word)
        self.assertIn(outcome.code, (0, 1), outcome.messages)
        self.assertGreater(outcome.json["total_passages"], 0, f"{word} is not found")

    def assert_outcome(self, hostile, code, messages):
        about = hostile.about or hostile.name.split("/")[-1][:20]
        lines = [line for line in messages.splitlines() if about in line]
        skipped = [line for line in lines if "skipped" in line]
        if hostile.outcome == SKIPPED:
            self.assertTrue(skipped, f"not named as skipped: {messages[:500]}")
        elif hostile.outcome == WARNED:
            self.assertTrue([line for line in lines if "warning" in line], f"no warning: {messages[:500]}")
        if hostile.outcome in (READ, WARNED) and not hostile.says:
            self.assertEqual(code, 0, messages[:500])
        else:
            self.assertEqual(code, 3 if skipped else 0, messages[:500])
        if hostile.outcome == EITHER and not skipped:
            self.assertGreater(int(self.status("index")["articles"]), 2, f"neither read nor skipped: {messages[:500]}")
        if hostile.says:
            self.assertTrue([line for line in lines if re.search(hostile.says, line)], messages[:500])
        if hostile.finds:
            self.assert_found(hostile.finds)

    def assert_never(self, hostile, messages):
        """What is forbidden stands in no message and, with escapes undone, in nothing that a search shows."""
        if hostile.never:
            hits = self.search("--index", "index", "--format", "json", "--limit", "1000", "").json["hits"]
            seen = messages + "".join(str(value) for hit in hits for value in
                                      (hit["text"], hit["heading"], *hit["article"].values()))
            for forbidden in hostile.never:
                self.assertNotIn(forbidden, seen)


def add_tests():
    for hostile in all_inputs():
        name = "test_" + re.sub(r"[^a-z0-9]+", "_", hostile.name.lower())[:60].strip("_")
        assert not hasattr(HostileInputTest, name), name
        setattr(HostileInputTest, name, lambda self, hostile=hostile: self.check(hostile))


add_tests()

if __name__ == "__main__":
    unittest.main()

"""Runs of furat-index that are ended on their way, at moments that a fixed seed decides."""
import random
import shutil
import signal
import subprocess
import time

import support
from support import CliTest


class KilledRunTest(CliTest):
    """Keeps an index, and ends runs that begin from it. A test sets `self.usual`: the seconds of a run that nobody ends."""
    seed = 0

    def setUp(self):
        super().setUp()
        self.chance = random.Random(self.seed)

    def keep(self):
        """The index, as it is now, for go_back()."""
        shutil.copytree(self.folder / ".furat", self.folder / "index-before")

    def go_back(self):
        shutil.rmtree(self.folder / ".furat")
        shutil.copytree(self.folder / "index-before", self.folder / ".furat")

    def seconds_of(self, *arguments):
        """How long a run took, which must succeed."""
        begin = time.monotonic()
        outcome = self.index(*arguments)
        self.assertEqual(outcome.code, 0, outcome.messages)
        return time.monotonic() - begin

    def start(self, *arguments, **settings):
        return subprocess.Popen([support.program("furat-index"), *arguments], cwd=self.folder, env=support.clean_environment(),
                                **{"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL, "start_new_session": True} | settings)

    def ended_by(self, ending, moment, *arguments):
        """The exit code of a run to which a signal was sent after so many seconds; it may have ended before."""
        run = self.start(*arguments)
        time.sleep(moment)
        run.send_signal(ending)
        return run.wait(timeout=support.TIME_LIMIT)

    def moment(self, number, rounds, first=0.0, last=1.0):
        """Of so many rounds each has its slice between these shares of the usual time: anywhere within it."""
        return self.usual * (first + (last - first) * (number + self.chance.random()) / rounds)

    def kill_again_and_again(self, kills, check, *arguments):
        """Each in its slice of the usual time, from the index that was kept; `check` is called after it."""
        killed = 0
        for number in range(kills):
            self.go_back()
            killed += self.ended_by(signal.SIGKILL, self.moment(number, kills), *arguments) == -signal.SIGKILL
            with self.subTest(round=number):
                check()
        print(f"\n{kills} kills, {killed} before the end; furat-index {arguments[0]} usually takes {self.usual:.2f} s")
        self.assertGreater(killed, kills // 4, "too few were killed")

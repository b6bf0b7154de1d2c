"""Shards of the sample archive for tests."""
import shutil

import support
from support import SampleIndexTest


class SampleShardsTest(SampleIndexTest):
    """Tests of `self.shards`, which all tests of a class share, as they share `self.whole`, of which they are. It is a copy of
    the sample index: distributing writes into it. What distributing it said is `self.made`."""
    shard_count = 4
    distribute_options = ()

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.whole = cls.shared / "whole"
        cls.shards = [cls.shared / f"shard{number}" for number in range(1, cls.shard_count + 1)]
        cls.make_whole()
        cls.made = cls.change_whole("distribute", *cls.shards, *cls.distribute_options)

    @classmethod
    def make_whole(cls):
        shutil.copytree(cls.sample, cls.whole)

    @classmethod
    def change_whole(cls, verb, *arguments):
        outcome = support.run("furat-index", verb, "--index", cls.whole, *arguments, cwd=cls.shared)
        if outcome.code != 0:
            raise AssertionError(f"furat-index {verb} ended with {outcome.code}: {outcome.messages}")
        return outcome

"""The writer of a soak: one change of the archive at a time, and what every generation then has."""
import random
import shutil
import subprocess

from support import clean_environment

WORD = "soakmark"
MOST_ARTICLES = 40


class Writer:
    """An archive of the sample articles and of those it writes itself, each with WORD in one passage."""

    def __init__(self, programs, sample, folder):
        self.program = programs / "furat-index"
        self.archive, self.index = folder / "archive", folder / "index"
        shutil.copytree(sample, self.archive)
        self.chance = random.Random(1)
        self.articles = {}
        self.written = 0
        self.expected = {}  # passages with WORD, by the name of the generation
        self.unnamed = []   # answers of generations that were not published yet when the answer was looked at
        self._run("build", self.archive)

    def change(self):
        """Adds, changes or removes an article, and publishes."""
        change = self.chance.choice([self._add, self._add, self._rewrite, self._remove])
        if not self.articles or (change == self._add and len(self.articles) >= MOST_ARTICLES):
            change = self._add if not self.articles else self._remove
        change()
        self._run("update", self.archive)

    def generations(self):
        return sum(1 for entry in self.index.iterdir() if entry.name.startswith("gen-"))

    def wrong_answers(self):
        """Those of generations that were published after all, but have another number; or that never were."""
        return [f"{generation} has {self.expected.get(generation)} passages of the word, an answer says {total}"
                for generation, total in self.unnamed if self.expected.get(generation) != total]

    def _add(self):
        self.written += 1
        self._write(f"soak-{self.written:06}.txt")

    def _rewrite(self):
        self._write(self.chance.choice(sorted(self.articles)))

    def _remove(self):
        name = self.chance.choice(sorted(self.articles))
        (self.archive / name).unlink()
        del self.articles[name]

    def _write(self, name):
        self.articles[name] = self.articles.get(name, 0) + 1
        place, day = self.chance.choice(["Mayadin", "Raqqa", "Hajin", "Palmyra"]), self.chance.randint(1, 28)
        (self.archive / name).write_text(
            f"Report {name} of {place}\n\nOn {day} October 2017 the {WORD} convoy number {self.chance.randint(1, 10**9)} left "
            f"{place} for Deir ez-Zor, the army said. It was version {self.articles[name]} of {name}.\n", encoding="utf-8")

    def _run(self, command, archive):
        ran = subprocess.run([self.program, command, "--index", self.index, archive], capture_output=True, text=True, check=False,
                             env=clean_environment())
        if ran.returncode != 0:
            raise RuntimeError(f"furat-index {command} ended with {ran.returncode}: {ran.stderr[-2000:]}")
        self.expected[(self.index / "CURRENT").read_text(encoding="ascii").strip()] = len(self.articles)

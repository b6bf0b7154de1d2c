"""What the tests of the two programs share: running them in a clean environment, making archives and indexes.

FURAT_BIN names the folder with furat-index and furat-search, FURAT_SOURCE_DIR the source tree, FURAT_SAMPLE_INDEX the index
that make_sample_index.py makes.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "support"))

# Whatever of these the developer has set must not change a result.
CLEARED = ("HOME", "NO_COLOR", "LC_ALL", "LANG", "LANGUAGE", "COLUMNS", "TZ", "PAGER", "LESS",
           "XDG_CONFIG_HOME", "XDG_DATA_HOME", "SOURCE_DATE_EPOCH")
FOLDERS = ("FURAT_BIN", "FURAT_SOURCE_DIR")  # other FURAT_ variables are settings
SLOWER = 5 if os.environ.get("FURAT_SANITIZED") else 1  # times as long
TIME_LIMIT = 120 * SLOWER


def required_folder(variable):
    value = os.environ.get(variable)
    if not value or not pathlib.Path(value).is_dir():
        raise AssertionError(f"{variable} must name a folder, it is {value!r}")
    return pathlib.Path(value).resolve()


def program(name):
    path = required_folder("FURAT_BIN") / name
    if not os.access(path, os.X_OK):
        raise AssertionError(f"{path} is missing or cannot be run")
    return str(path)


def sample_articles():
    return required_folder("FURAT_SOURCE_DIR") / "corpus" / "articles"


def clean_environment(extra=None):
    kept = {name: value for name, value in os.environ.items()
            if name not in CLEARED and (name in FOLDERS or not name.startswith("FURAT_"))}
    return kept | {"TERM": "xterm-256color"} | (extra or {})


class Outcome:
    """Exit code, stdout and stderr of a run; negative codes are signals."""

    def __init__(self, code, out, err):
        self.code, self.out, self.err = code, out, err

    @property
    def text(self):
        return self.out.decode("utf-8")

    @property
    def messages(self):
        return self.err.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.text)

    @property
    def rows(self):
        """The objects of JSON lines; each line must be one."""
        return [json.loads(line) for line in self.text.splitlines()]


def run(name, *arguments, cwd, env=None, stdin=None):
    """Runs a program on pipes to its end."""
    done = subprocess.run([program(name), *map(os.fspath, arguments)], cwd=cwd, env=clean_environment(env),
                          input=b"" if stdin is None else stdin, capture_output=True, timeout=TIME_LIMIT,
                          check=False)
    return Outcome(done.returncode, done.stdout, done.stderr)


class CliTest(unittest.TestCase):
    """Each test has a folder of its own, `self.folder`, where the programs run."""

    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="furat-cli-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def index(self, *arguments, **options):
        return run("furat-index", *arguments, **({"cwd": self.folder} | options))

    def search(self, *arguments, **options):
        return run("furat-search", *arguments, **({"cwd": self.folder} | options))

    def file(self, name, content):
        """Writes a file below the test's folder: text as UTF-8 or bytes as they are."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
        return path

    def build(self, *inputs, index=".furat", code=0, **options):
        """Builds an index in the test's folder; the outcome must have the exit code `code`."""
        outcome = self.index("build", "--index", index, *inputs, **options)
        self.assertEqual(outcome.code, code, outcome.messages)
        return outcome

    def status(self, index=".furat"):
        """The lines of `furat-index status` as a dictionary."""
        outcome = self.index("status", "--index", index)
        self.assertEqual(outcome.code, 0, outcome.messages)
        return dict(line.split(maxsplit=1) for line in outcome.text.splitlines())

    def assert_fails(self, outcome, code, *fragments):
        """Exit code, nothing on stdout, and a message that has all the fragments."""
        self.assertEqual(outcome.code, code, outcome.messages)
        self.assertEqual(outcome.out, b"")
        for fragment in fragments:
            self.assertIn(fragment, outcome.messages)

    def assert_verifies(self, index=".furat"):
        outcome = self.index("verify", "--index", index)
        self.assertEqual(outcome.code, 0, outcome.messages)


class SampleIndexTest(CliTest):
    """Tests that only read an index of the sample archive, `self.sample`, which make_sample_index.py has built. What
    all tests of a class share lies in `self.shared`."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.sample = required_folder("FURAT_SAMPLE_INDEX")
        cls.shared = pathlib.Path(tempfile.mkdtemp(prefix="furat-sample-"))
        cls.addClassCleanup(shutil.rmtree, cls.shared, ignore_errors=True)

    def sample_search(self, *arguments, **options):
        return self.search("--index", self.sample, *arguments, **options)

    def found(self, *arguments):
        """The JSON object of a search of the sample archive that must succeed."""
        outcome = self.sample_search("--format", "json", *arguments)
        self.assertIn(outcome.code, (0, 1), outcome.messages)
        return outcome.json

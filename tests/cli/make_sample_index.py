"""Builds FURAT_SAMPLE_INDEX, the index of the sample archive that tests only read, anew."""
import os
import pathlib
import shutil
import sys
import tempfile

from support import run, sample_articles


def main():
    index = pathlib.Path(os.environ["FURAT_SAMPLE_INDEX"])
    shutil.rmtree(index, ignore_errors=True)
    # Away from the articles: beside them their path would be kept as it is from the index, and tests copy the index.
    with tempfile.TemporaryDirectory(prefix="furat-sample-") as folder:
        outcome = run("furat-index", "build", "--index", "index", sample_articles(), cwd=folder)
        print(outcome.messages, end="")
        if outcome.code == 0:
            shutil.move(pathlib.Path(folder) / "index", index)
        return outcome.code


if __name__ == "__main__":
    sys.exit(main())

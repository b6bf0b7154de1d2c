"""Builds FURAT_SAMPLE_INDEX, the index of the sample archive that tests only read, anew."""
import os
import pathlib
import shutil
import sys

from support import run, sample_articles


def main():
    index = pathlib.Path(os.environ["FURAT_SAMPLE_INDEX"])
    shutil.rmtree(index, ignore_errors=True)
    outcome = run("furat-index", "build", "--index", index, sample_articles(), cwd=index.parent)
    print(outcome.messages, end="")
    return outcome.code


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Checks that the paths which the documents name exist.

Looked at: README.md, ARCHITECTURE.md, CONTRIBUTING.md and docs/*.md. A path is the first word of a piece of inline code
that begins with a top-level folder and a slash (`index/schema.hpp`, `index/*.hpp`, `scripts/test asan`) or that is named
like a top-level file (`CMakeLists.txt`), and the target of a link that is no web address. Fenced blocks are left alone.

usage: check_docs.py SOURCE_DIR    exit status 1 and a line per path that is not there
"""
import pathlib
import re
import sys

DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
# Folders a build or a run makes: a document may name them, a fresh checkout has none of them.
MADE = {"build", ".furat", ".git"}
TOP_LEVEL_FILE = re.compile(r"[A-Z]+\.md|CMake\w+\.(?:txt|json)|LICENSE|\.(?:clang-\w+|git(?:ignore|attributes))")
FENCE = re.compile(r"^ {0,3}(```|~~~)")
CODE = re.compile(r"(?<!`)(`+)(?!`)(.+?)(?<!`)\1(?!`)")
LINK = re.compile(r"\]\(([^()\s]+)\)")


def lines_outside_fences(text):
    fence = None
    for number, line in enumerate(text.splitlines(), 1):
        mark = FENCE.match(line)
        if mark and fence is None:
            fence = mark[1]
        elif mark and mark[1] == fence:
            fence = None
        elif fence is None:
            yield number, line


def path_in(code, folders):
    """The repository path that a piece of inline code begins with, if it does."""
    words = code.split()
    word = re.sub(r"(:\d+)?[.,;:]?$", "", words[0]) if words else ""
    top, slash, _ = word.partition("/")
    return word if (slash and top in folders) or TOP_LEVEL_FILE.fullmatch(word) else None


def named_paths(document, root, folders):
    """(line, path as written, folder it is relative to)"""
    for number, line in lines_outside_fences(document.read_text(encoding="utf-8")):
        for code in CODE.finditer(line):
            path = path_in(code[2], folders)
            if path:
                yield number, path, root
        for link in LINK.finditer(CODE.sub("", line)):
            target = link[1].partition("#")[0]
            if target and not re.match(r"[a-z][a-z0-9+.-]*:", target):
                yield number, target, document.parent


def exists(path, folder):
    if "*" in path:
        return any(True for _ in folder.glob(path.rstrip("/")))
    return (folder / path).exists()


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    folders = {entry.name for entry in root.iterdir() if entry.is_dir()} - MADE
    documents = [root / name for name in DOCUMENTS] + sorted((root / "docs").glob("*.md"))
    missing = [f"{d.relative_to(root)} is missing" for d in documents if not d.is_file()]
    seen = 0
    for document in filter(pathlib.Path.is_file, documents):
        for number, path, folder in named_paths(document, root, folders):
            seen += 1
            if not exists(path, folder):
                missing.append(f"{document.relative_to(root)}:{number}: there is no {path}")
    if not missing and seen == 0:
        missing = [f"no path found in the documents below {root}: is that the source folder?"]
    print("\n".join(missing) if missing else f"{len(documents)} documents, {seen} paths, all there")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())

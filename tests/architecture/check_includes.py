#!/usr/bin/env python3
"""Enforces the arrows of ARCHITECTURE.md by reading the includes, and that public headers show neither Xapian nor ICU.

usage: check_includes.py SOURCE_DIR    exit status 1 and a line per violation
"""
import pathlib
import re
import sys

# folder -> folders of ours it may include from
ARROWS = {
    "analysis": {"analysis"},
    "frontend": {"frontend"},
    "index": {"index"},
    "indexer": {"indexer", "analysis", "index", "frontend"},
    "searcher": {"searcher", "analysis", "index", "frontend"},
}
# folder inside one of ours -> what of that one it may include besides public headers
INSIDE = {
    "searcher/formats": r"^searcher/formats/",
    "searcher/requests": r"^searcher/(requests|formats)/",
    "searcher/cli": r"^searcher/(cli|formats|requests)/|^searcher/http/serve_options\.hpp$",
    "searcher/http": r"^searcher/(http|formats|requests)/|^searcher/cli/markdown_format\.hpp$|^searcher/host_port\.hpp$",
}
# third-party header prefix -> files (by regular expression) that may include it
THIRD_PARTY = {
    "xapian": r"^(index/|indexer/|searcher/|analysis/text/term_analyzer\.cpp$)",
    "unicode/": r"^(analysis/|indexer/readers/|indexer/passages/|indexer/metadata/date_tokens\.cpp$|searcher/cli/(bidi_isolation|display_width)\.cpp$)",
    "toml++/": r"^(analysis/lexicon/read_lexicon|searcher/shards/cluster_file|frontend/config_file|indexer/metadata/\w+|indexer/readers/markdown/toml_fields)\.cpp$",
    "yaml-cpp/": r"^indexer/readers/markdown/yaml_fields\.cpp$",
    "md4c": r"^indexer/readers/markdown/markdown_body\.cpp$",
    "gmime/": r"^indexer/readers/mail/mime_message\.cpp$",
    "nlohmann/": r"^(index/(json|capi)/|indexer/(readers|cli|capi)/|searcher/(cli|formats)/)",
    "zstd.h": r"^analysis/places/compile_gazetteer\.cpp$",
    "nettle/": r"^index/sha256\.cpp$",
    "zip.h": r"^indexer/readers/office/zip_members\.cpp$",
    "poppler-": r"^indexer/readers/pdf/(page_words|pdf_reader)\.cpp$",
    "httplib": r"^searcher/http/(connection\.[ch]pp|server\.cpp)$",
    "CLI/": r"^(frontend/\w+\.[ch]pp|indexer/main\.cpp|searcher/(command_line|output_options)\.[ch]pp|searcher/cli/(\w+_command\.cpp|index_option\.[ch]pp))$",
    "libxml/": r"^indexer/readers/(html/(html_parser|character_reference)|office/xml_stream)\.cpp$",
    "fmt/": r"^(frontend|indexer|searcher)/",
    "catch2/": r"^tests/",
}
PUBLIC = re.compile(r"^(index|indexer|searcher)/include/")
PUBLIC_ALLOWED = re.compile(r"^(furat/.*|[a-z_]+|std(def|int)\.h)$")  # our public headers and the standard library
# what may not stand in our sources, and why
FORBIDDEN = {"Query::MatchAll": "is one object for all threads, whose references are not counted atomically: Query(std::string())"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def includes(path):
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match[1] == '"', match[2]


def owner(header, root):
    """The folder of ours that a quoted header belongs to."""
    if header.startswith("furat/"):
        for folder in ARROWS:
            if (root / folder / "include" / header).exists():
                return folder
        return None
    return header.split("/", 1)[0]


def violations(path, root):
    name = path.relative_to(root).as_posix()
    folder = name.split("/", 1)[0]
    text = path.read_text(encoding="utf-8")
    yield from (f"{name}: {words} {reason}" for words, reason in FORBIDDEN.items() if words in text)
    for number, ours, header in includes(path):
        where = f"{name}:{number}: "
        if PUBLIC.match(name) and not PUBLIC_ALLOWED.match(header):
            yield where + f"a public header may not show <{header}>"
        if ours:
            target = owner(header, root)
            if target is None:
                yield where + f'"{header}" is no header of ours'
            elif target not in ARROWS[folder]:
                yield where + f"{folder} may not know {target} ({header})"
            elif header.startswith(folder) and any(name.startswith(f + "/") and not re.search(a, header) for f, a in INSIDE.items()):
                yield where + f"{name.rsplit('/', 1)[0]} may not know {header}"
            elif not header.startswith("furat/") and not (root / header).exists():
                yield where + f'"{header}" is not rooted at the repository'
        else:
            for prefix, allowed in THIRD_PARTY.items():
                if header.startswith(prefix) and not re.search(allowed, name):
                    yield where + f"<{header}> is not for this file"


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    files = [p for f in ARROWS for e in ("*.h", "*.hpp", "*.cpp") for p in sorted((root / f).rglob(e))]
    if not files:
        print("no sources found below", root)
        return 1
    found = [v for p in files for v in violations(p, root)]
    print("\n".join(found) if found else f"{len(files)} files, no arrow broken")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

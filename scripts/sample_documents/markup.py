"""The markup of corpus/documents: a head of `key: value` lines, an empty line, then blocks with empty lines between.

`# ` the title, `## ` a heading, `- ` or `1. ` lines a list, `| ` lines a table, `> ` a quotation, else a paragraph.
`{-old-}` and `{+new+}` are a tracked change, for the formats that know one.
"""
import re
from dataclasses import dataclass

MARKERS = (("title", re.compile(r"# ")), ("heading", re.compile(r"## ")), ("bullets", re.compile(r"- ")),
           ("numbers", re.compile(r"\d+\. ")), ("table", re.compile(r"\| ")), ("quote", re.compile(r"> ")))


@dataclass
class Block:
    kind: str  # "paragraph" or the first word of a row of MARKERS
    lines: list  # one text each; of a table, one list of cells each


def read(path):
    """The head as a dictionary and the blocks of a document."""
    head, _, body = path.read_text(encoding="utf-8").partition("\n\n")
    keys = dict(line.split(": ", 1) for line in head.splitlines())
    return keys, [_block(part.strip().splitlines()) for part in body.split("\n\n") if part.strip()]


def _block(lines):
    kind, marker = next(((kind, marker) for kind, marker in MARKERS if marker.match(lines[0])), ("paragraph", None))
    if kind == "table":
        return Block(kind, [[cell.strip() for cell in line.strip(" |").split(" | ")] for line in lines])
    if kind in ("bullets", "numbers"):
        return Block(kind, [marker.sub("", line, count=1) for line in lines])
    return Block(kind, [" ".join(marker.sub("", line, count=1) if marker else line for line in lines)])


def changes(text):
    """The runs of a text as (kind, text): "kept", "deleted" or "inserted"."""
    for part in re.split(r"(\{-.*?-\}|\{\+.*?\+\})", text):
        if part.startswith("{-"):
            yield "deleted", part[2:-2]
        elif part.startswith("{+"):
            yield "inserted", part[2:-2]
        elif part:
            yield "kept", part


def archive(path, members):
    """Writes a zip file that is the same bytes at any time; `members` are (name, text), the first may be "mimetype"."""
    import zipfile
    with zipfile.ZipFile(path, "w") as out:
        for name, text in members:
            info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
            info.create_system = 0
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            out.writestr(info, text.encode("utf-8"))

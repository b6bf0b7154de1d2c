"""Hostile web pages and Markdown: nesting without end, elements left open, front matter that grows."""
import struct
import zlib

from hostile_inputs import EITHER, GOOD, READ, SKIPPED, WARNED, Hostile

WORD = "<p>" + GOOD + "The word is xylophone.</p>"


def web(body, head="<title>A page</title>"):
    return f"<!DOCTYPE html><html><head><meta charset='utf-8'>{head}</head><body>{body}</body></html>".encode()


def png():
    def chunk(kind, data):
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    pixels = zlib.compress(b"".join(b"\0" + bytes((x * y) % 256 for x in range(64)) for y in range(64)))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 64, 64, 8, 0, 0, 0, 0)) +
            chunk(b"IDAT", pixels) + chunk(b"IEND", b""))


def alias_bomb():
    rows = ["a0: &a0 [cackle, cackle]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 10)]
    return ("---\ntitle: Aliases\n" + "\n".join(rows) + "\n---\n\n" + GOOD + "xylophone\n").encode()


INPUTS = [
    Hostile("a-million-divs.html", lambda: web("<div>" * 1_000_000 + GOOD + "</div>" * 1_000_000), EITHER),
    Hostile("deep-tables.html", lambda: web("<table><tr><td>" * 30_000 + GOOD), EITHER),
    Hostile("two-hundred-thousand-attributes.html", lambda: web(
        "<p " + " ".join(f"a{n}='{n}'" for n in range(200_000)) + ">" + GOOD + "xylophone</p>" + WORD), READ,
        finds="xylophone"),
    Hostile("the-same-attribute.html", lambda: web("<p " + "class='x' " * 300_000 + "></p>" + WORD * 3), READ,
            finds="xylophone"),
    Hostile("open-script.html", lambda: web(WORD * 3 + "<script>" + "var cackle = '<p>';\n" * 300_000), READ,
            finds="xylophone", never=("var cackle",)),
    Hostile("open-comment.html", lambda: web(WORD * 3 + "<!-- " + "-- > <p>cackle</p> " * 300_000), EITHER),
    Hostile("formatting-elements.html", lambda: web("".join(f"<b id={n}>" for n in range(100_000)) + "<p>" * 1000 + GOOD),
            EITHER),
    Hostile("formatting-elements-apart.html", lambda: web("<a href=x><b><i><u><p>" * 30_000 + GOOD), EITHER),
    Hostile("escapes-in-title.html", lambda: web(WORD * 3, "<title>\x1b[2J\x1b]0;owned\x07 \u202etxt.exe\u2066 &#27;[31m "
                                                 "&#x9b;31m &#0;</title>"), READ, finds="xylophone", never=("\x1b", "\x9b")),
    Hostile("character-references.html", lambda: web("<p>" + "&amp;&lt;&#x1F600;&unknown;&#999999999999;" * 100_000 + "</p>"
                                                     + WORD * 3), READ, finds="xylophone"),
    Hostile("open-tag.html", lambda: web(WORD * 3) + b"<p " * 1_000_000, EITHER),
    Hostile("less-than.html", lambda: web(WORD * 3 + "<" * 3_000_000), EITHER),
    Hostile("picture.html", png, SKIPPED),
    Hostile("charset-that-lies.html", lambda: web(WORD * 3).replace(b"utf-8", b"utf-7") + "<p>الجسر</p>".encode(), READ,
            finds="xylophone"),
    Hostile("charset-unknown.html", lambda: web(WORD * 3).replace(b"utf-8", b"x-\x1b[31mcackle"), READ,
            finds="xylophone"),
    Hostile("deep-json-ld.html", lambda: web(WORD * 3, "<title>A page</title><script type='application/ld+json'>" +
                                             '{"a":[' * 100_000 + "</script>"), READ, finds="xylophone"),
    Hostile("a-hundred-thousand-dates.html", lambda: web(WORD * 3, "".join(
        f"<meta property='article:published_time' content='20{n % 100:02d}-13-45'>" for n in range(100_000))), READ,
        finds="xylophone"),
    Hostile("wide-cells.html", lambda: web("<table><tr><td colspan=1000000000 rowspan=1000000000>a</td></tr></table>" +
                                           WORD * 3), READ, finds="xylophone"),
    Hostile("frameset.html", b"<frameset><frame src='file:///etc/passwd'></frameset>", EITHER, never=("root:x:0:0",)),
    Hostile("include.html", lambda: web("<!--#include file='/etc/passwd' --><iframe src='/etc/passwd'></iframe><object "
                                        "data='file:///etc/passwd'></object>" + WORD * 3), READ, finds="xylophone",
            never=("root:x:0:0",)),
    Hostile("a-page-of-ten-megabytes.html", lambda: web("<p>The bridge was held. The road was not.</p>\n" * 220_000 + WORD),
            READ, finds="xylophone"),
    Hostile("quotes.md", lambda: (">" * 100_000 + " " + GOOD + "\n").encode(), EITHER),
    Hostile("nested-lists.md", lambda: ("".join(" " * n + "- a\n" for n in range(3_000)) + "\n" + GOOD).encode(), EITHER),
    Hostile("brackets.md", lambda: ("[" * 100_000 + "\n\n" + "[a](" * 50_000 + "\n\n" + "![" * 50_000 + "\n\n" + GOOD +
                                    "xylophone\n").encode(), READ, finds="xylophone"),
    Hostile("emphasis.md", lambda: ("*a **a _a `" * 50_000 + "\n\n" + GOOD + "xylophone\n").encode(), READ,
            finds="xylophone"),
    Hostile("a-wide-table.md", lambda: ("|a" * 20_000 + "|\n" + "|-" * 20_000 + "|\n" + "|b\n" * 20_000 + "\n" + GOOD).
            encode(), EITHER),
    Hostile("references.md", lambda: (GOOD + "\n\n" + "".join(f"[r{n}]: <x> '{'a' * 50}'\n" for n in range(30_000)) + "\n" +
                                      "[r1][r2] " * 50_000 + "\n").encode(), EITHER),
    Hostile("aliases.md", alias_bomb, EITHER, never=("cackle, cackle, cackle",)),
    Hostile("deep-front-matter.md", lambda: ("---\ntitle: " + "[" * 100_000 + "\n---\n\n" + GOOD).encode(), EITHER),
    Hostile("open-front-matter.md", ("---\ntitle: Open\n\n" + GOOD + "xylophone\n").encode(), READ, finds="xylophone"),
    Hostile("wrong-front-matter.md", ("---\ntitle: [a\n\t: : -\ndate: 2017-99-99\n---\n\n" + GOOD + "xylophone\n").encode(),
            WARNED),
    Hostile("yaml-tags.md", ("---\ntitle: !!python/object/apply:os.system ['touch furat-climbed']\ndate: !!binary AAAA\n"
                             "---\n\n" + GOOD + "xylophone\n").encode(), READ, finds="xylophone"),
]

"""Times furat-index on pages made to hurt a parser, each in two sizes: four times the page may take four times as long.

usage: hostile_pages.py BIN_FOLDER [--megabytes N]    exit status 1 if a page takes more than twice its share
"""
import argparse
import os
import pathlib
import subprocess
import sys
import tempfile

PIECES = {
    "deep nesting": "<div>",
    "unclosed inline": "<p><font>word ",
    "nested tables": "<table><tr><td>x ",
    "nested lists": "<ul><li>x ",
    "open comments": "<!--",
    "entities": "&amp;",
    "ampersands": "&",
    "less-than signs": "<",
    "end tags": "</div>",
    "bodies": "<body a=1><html b=2>",
    "sections of XML": "<![CDATA[",
    "links": "<a href=x>word </a>",
    "class names": "<p class='share-bar post-meta content'>some text, and more</p>",
    "breaks": "<b>word, word.<br><br>",
    "text": "word, and another. ",
}


def pages(size):
    """{name: page} of about `size` bytes each."""
    made = {name: piece * (size // len(piece)) for name, piece in PIECES.items()}
    made["unmatched end tags"] = "<x>" * 400 + "</div>" * (size // 6)
    made["attributes"] = "<p " + " ".join(f"a{n}" for n in range(size // 8)) + ">text</p>"
    made["one attribute"] = "<p title='" + "x" * size + "'>text</p>"
    made["open script"] = "<p>text</p><script>" + "x </scr " * (size // 8)
    made["element names"] = "".join(f"<a{n}>" for n in range(size // 8))
    return made


def milliseconds(program, page, folder):
    path = pathlib.Path(folder) / "page.html"
    path.write_text(page, encoding="utf-8")
    child = subprocess.Popen([program, "passages", "--jsonl", str(path)],
                             stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode < 0:
        raise RuntimeError(f"furat-index was ended by signal {-child.returncode}")
    return (usage.ru_utime + usage.ru_stime) * 1000


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("binaries")
    parser.add_argument("--megabytes", type=float, default=1)
    arguments = parser.parse_args()
    program = str(pathlib.Path(arguments.binaries) / "furat-index")
    size = int(arguments.megabytes * 1e6)
    slow = []
    with tempfile.TemporaryDirectory() as folder:
        small, large = pages(size), pages(4 * size)
        for name in small:
            once, four_times = milliseconds(program, small[name], folder), milliseconds(program, large[name], folder)
            print(f"{name:20} {once:8.0f} ms {four_times:8.0f} ms  x{four_times / max(once, 1):.1f}")
            if four_times > 8 * once + 200:
                slow.append(name)
    if slow:
        print("more than linear:", ", ".join(slow))
    return 1 if slow else 0


if __name__ == "__main__":
    sys.exit(main())

"""What lies in a folder and is no article: links, pipes, names that speak to terminals, metadata that is none."""
import gzip
import os
import random
import socket

from hostile_inputs import EITHER, GOOD, READ, SKIPPED, WARNED, Hostile

TEXT = GOOD + "The word is xylophone.\n"
SECRET = "contrabassoon"  # what stands outside of the archive


def loop(path):
    path.symlink_to(path.name)


def link_outside(path):
    outside = path.parent.parent / "outside.txt"
    outside.write_text(f"{GOOD} The {SECRET} plays outside.\n")
    path.symlink_to(outside)


def folder_outside(path):
    outside = path.parent.parent / "outside"
    outside.mkdir()
    (outside / "a.txt").write_text(f"{GOOD} The {SECRET} plays outside.\n")
    path.symlink_to(outside)


def listener(path):
    there = os.getcwd()
    os.chdir(path.parent)  # the address of a socket must be short
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(there)


def unreadable(path):
    path.write_text(TEXT)
    path.chmod(0)


def sparse(path):
    with open(path, "wb") as out:
        out.write(TEXT.encode())
        out.truncate(3 << 30)


def folder_named_as_a_file(path):
    path.mkdir()
    (path / "inside.txt").write_text(TEXT)


def deep_folders(path):
    folder = path
    for _ in range(100):
        folder = folder / ("d" * 20)
    folder.mkdir(parents=True)
    (folder / "inside.txt").write_text(TEXT)


def broken_beside(path):
    path.write_text(TEXT)
    path.with_name(path.name + ".meta.toml").write_text("title = [never closed\n\x1b[31m")


def metadata(content):
    def make(path):
        path.write_bytes(content)
        (path.parent / "told.txt").write_text(TEXT)
    return make


ESCAPES = "a\x1b[31m\x1b]0;owned\x07\n\r\t\u202e\u2066 furat-index: all is well"
LONG_NAME = ESCAPES + "x" * (196 - len(ESCAPES.encode())) + ".txt"
CLIMBING = b'[[article]]\nfile = "../../../../../../etc/passwd"\ntitle = "Climbed"\n\n[[article]]\nfile = "told.txt"\n'

INPUTS = [
    Hostile("loop.txt", loop, SKIPPED, says="link", made_by_path=True),
    Hostile("link-outside.txt", link_outside, SKIPPED, says="link", never=(SECRET,), made_by_path=True),
    Hostile("folder-outside", folder_outside, SKIPPED, says="link", never=(SECRET,), made_by_path=True),
    Hostile("pipe.txt", os.mkfifo, SKIPPED, made_by_path=True),
    Hostile("listener.txt", listener, SKIPPED, made_by_path=True),
    Hostile("unreadable.txt", unreadable, SKIPPED, made_by_path=True),
    Hostile("sparse.txt", sparse, SKIPPED, says="GiB|large", made_by_path=True),
    Hostile("folder.pdf", folder_named_as_a_file, READ, finds="xylophone", made_by_path=True),
    Hostile("deep", deep_folders, EITHER, made_by_path=True),
    Hostile(LONG_NAME, TEXT.encode(), READ, finds="xylophone"),
    Hostile("skipped" + LONG_NAME, b"\x7fELF" + bytes(1000), SKIPPED, about="skippeda"),
    Hostile(os.fsdecode(b"\xff\xfe-no-utf-8.txt"), TEXT.encode(), READ, finds="xylophone"),
    Hostile("metadata.toml", metadata(bytes(range(256)) * 40), WARNED, finds="xylophone", made_by_path=True),
    Hostile("metadata.tsv", metadata(b"\x00\xff\x1b[31m" + b"\t" * 100_000 + b"\ntold.txt\tTold\n"), WARNED,
            finds="xylophone", made_by_path=True),
    Hostile("sub/metadata.toml", metadata(CLIMBING), READ, finds="xylophone", never=("Climbed", "root:x:0:0"),
            made_by_path=True),
    Hostile("deep-metadata/metadata.toml", metadata(b"a = " + b"[" * 200_000), WARNED, about="metadata.toml",
            finds="xylophone", made_by_path=True),
    Hostile("beside.txt", broken_beside, WARNED, finds="xylophone", made_by_path=True),
    Hostile("empty.txt", b"", SKIPPED),
    Hostile("white-space.txt", b" \n\t\r\n" * 1000, SKIPPED),
    Hostile("invalid.txt", (TEXT * 3).encode() + b"\xff\xc3( \xe2\x82 \xf0\x9f", WARNED, finds="xylophone"),
    Hostile("surrogates.txt", (TEXT * 3).encode() + b"\xed\xa0\x80\xed\xbf\xbf", WARNED, finds="xylophone"),
    Hostile("sixteen.txt", (TEXT * 3).encode("utf-16-le"), READ, finds="xylophone"),
    Hostile("sixteen-odd.txt", b"\xff\xfe" + (TEXT * 3).encode("utf-16-le") + b"\x00", EITHER, finds="xylophone"),
    Hostile("seven.txt", (TEXT * 3 + "Hi Mom +2D3eNw-!\n").encode(), READ, finds="xylophone"),
    Hostile("nul.txt", (TEXT * 30).replace(" ", " \0", 20).encode(), EITHER),
    Hostile("packed.txt", lambda: gzip.compress(TEXT.encode() * 100, mtime=0), SKIPPED),
    Hostile("noise.txt", lambda: random.Random(11).randbytes(100_000), SKIPPED),
    Hostile("program", lambda: b"\x7fELF\x02\x01\x01" + bytes(range(256)) * 64, SKIPPED),
    Hostile("program.docx", lambda: b"MZ" + bytes(range(256)) * 64, SKIPPED),
    Hostile("letter.rtf", ("{\\rtf1\\ansi{\\fonttbl\\f0\\fswiss Helvetica;}\\f0\\pard\n" + TEXT + "\\par\n}").encode(),
            SKIPPED),
    Hostile("marks.txt", lambda: ("a" + "\u0301" * 300_000 + " \u202e\u2066" * 1000 + TEXT).encode(), READ,
            finds="xylophone"),
]

"""Hostile PDF files: page trees without end, streams that grow, objects that lie."""
import random
import zlib

from hostile_inputs import EITHER, GOOD, READ, SKIPPED, Hostile
from support import sample_articles

FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"


def pdf(objects, root=1, trailer=b"", size=None):
    """A file of numbered objects, {number: bytes}, with a right table of their places."""
    out, places = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n"), {}
    for number, content in objects.items():
        places[number] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start, count = len(out), max(objects) + 1
    rows = (b"%010d 00000 n \n" % places[n] if n in places else b"0000000000 65535 f \n" for n in range(count))
    out += b"xref\n0 %d\n" % count + b"".join(rows)
    out += b"trailer\n<< /Size %d /Root %d 0 R %s >>\nstartxref\n%d\n%%%%EOF\n" % (size or count, root, trailer, start)
    return bytes(out)


def stream(content, extra=b""):
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def shown(text, x=72, y=700):
    return b"BT /F1 11 Tf %d %d Td (%s) Tj ET\n" % (x, y, text.encode("latin-1"))


def page(contents, parent=2, more=b"", box=b"0 0 612 792"):
    return (b"<< /Type /Page /Parent %d 0 R /MediaBox [%s] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> %s >> >>"
            % (parent, box, contents, more))


def one_page(content, catalog=b"", resources=b"", box=b"0 0 612 792", extra=None, trailer=b""):
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R %s >>" % catalog, 2: b"<< /Type /Pages /Kids [4 0 R] /Count 1 >>",
                3: FONT, 4: page(5, more=resources, box=box), 5: content, **(extra or {})}, trailer=trailer)


def many_pages(count):
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>", 3: FONT,
               2: b"<< /Type /Pages /Count %d /Kids [%s] >>" % (
                   count, b" ".join(b"%d 0 R" % (4 + 2 * n) for n in range(count)))}
    for n in range(count):
        objects[4 + 2 * n] = page(5 + 2 * n)
        objects[5 + 2 * n] = stream(shown(f"{GOOD} This is page {n}."))
    return pdf(objects)


def page_loop():
    return pdf({1: b"<< /Type /Catalog /Pages 2 0 R >>",
                2: b"<< /Type /Pages /Kids [2 0 R 4 0 R 2 0 R] /Count 1000000000 /Parent 2 0 R >>", 3: FONT,
                4: page(5), 5: stream(shown(GOOD))})


def encrypted():
    handler = b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -3904 /O <%s> /U <%s> >>" % (b"5a" * 32, b"a5" * 32)
    return one_page(stream(bytes(range(256))), extra={6: handler}, trailer=b"/Encrypt 6 0 R /ID [<00><00>]")


def huge_table():
    raw = one_page(stream(shown(GOOD)))
    return raw.replace(b"xref\n0 6\n", b"xref\n0 2147483647\n").replace(b"/Size 6", b"/Size 2147483647")


def growing_stream():
    engine = zlib.compressobj(1)
    block = b"BT /F1 1 Tf (bomb) Tj ET " * 40_000
    packed = b"".join(engine.compress(block) for _ in range(400)) + engine.flush()
    return one_page(stream(packed, b"/Filter /FlateDecode"))


def form_loop():
    form = stream(b"/X Do " * 20, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] "
                  b"/Resources << /XObject << /X 6 0 R >> >>")
    return one_page(stream(shown(GOOD) + b"/X Do"), resources=b"/XObject << /X 6 0 R >>", extra={6: form})


def scattered_words(count):
    chance = random.Random(7)
    words = (shown("ab", chance.randrange(600), chance.randrange(780)) for _ in range(count))
    return one_page(stream(b"".join(words)))


def truncated():
    raw = (sample_articles() / "airlift-study.pdf").read_bytes()
    return raw[:len(raw) * 2 // 5]


def strange_title():
    info = b"<< /Title (\x1b[2J\x1b]0;owned\x07 A \\(title\\) \\377\\376) /Author (\x07) >>"
    return one_page(stream(shown(GOOD + "marimba")), extra={6: info}, trailer=b"/Info 6 0 R")


INPUTS = [
    Hostile("ten-thousand-pages.pdf", lambda: many_pages(10_000), EITHER),
    Hostile("encrypted.pdf", encrypted, SKIPPED, says=r"(?i)encrypt|password"),
    Hostile("truncated.pdf", truncated, EITHER),
    Hostile("page-loop.pdf", page_loop, EITHER),
    Hostile("huge-table.pdf", huge_table, EITHER),
    Hostile("growing-stream.pdf", growing_stream, EITHER),
    Hostile("form-loop.pdf", form_loop, EITHER),
    Hostile("no-text.pdf", lambda: one_page(stream(b"0 0 612 792 re f")), SKIPPED, says=r"(?i)\btext\b"),
    Hostile("noise.pdf", lambda: b"%PDF-1.7\n" + random.Random(3).randbytes(200_000), SKIPPED),
    Hostile("only-a-name.pdf", GOOD.encode() * 5, EITHER),
    Hostile("deep-arrays.pdf", lambda: one_page(stream(shown(GOOD)), catalog=b"/X " + b"[" * 200_000 + b"]" * 200_000),
            EITHER),
    Hostile("deep-page-tree.pdf", lambda: pdf(
        {1: b"<< /Type /Catalog /Pages 10 0 R >>", 3: FONT,
         **{n: b"<< /Type /Pages /Kids [%d 0 R] /Count 1 >>" % (n + 1) for n in range(10, 50_010)},
         50_010: page(5, 50_009), 5: stream(shown(GOOD))}), EITHER),
    Hostile("opens-programs.pdf", lambda: one_page(
        stream(shown(GOOD + "marimba")), catalog=b"/OpenAction << /S /Launch /F (/bin/touch) >> "
        b"/Names << /JavaScript << /Names [(a) << /S /JavaScript /JS (app.alert\\(1\\)) >>] >> >>"), READ, finds="marimba"),
    Hostile("endless-page.pdf", lambda: one_page(
        stream(shown(GOOD, 5, 5) + shown("far", 2_000_000_000, 2_000_000_000)), box=b"0 0 4000000000 4000000000"),
            EITHER),
    Hostile("scattered-words.pdf", lambda: scattered_words(200_000), EITHER),
    Hostile("strange-title.pdf", strange_title, READ, finds="marimba", never=("\x1b", "\x07")),
]

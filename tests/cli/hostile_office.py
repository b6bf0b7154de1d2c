"""Hostile DOCX and ODT files: archives that are none, archives without end, XML that means to grow."""
import io
import struct
import zipfile
import zlib

from hostile_inputs import EITHER, GOOD, READ, SKIPPED, Hostile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns"
TYPES = ('<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override '
         'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.'
         'document.main+xml"/></Types>')
RELS = ('<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/'
        'officeDocument" Target="word/document.xml"/></Relationships>')
ODT_TYPE = "application/vnd.oasis.opendocument.text"
LAUGHS = ('<!DOCTYPE d [<!ENTITY a "cacklecackle">' +
          "".join(f'<!ENTITY {new} "{("&" + old + ";") * 10}">' for old, new in zip("abcdefghi", "bcdefghij")) + "]>")
OUTSIDE = '<!DOCTYPE d [<!ENTITY j SYSTEM "file:///etc/passwd">]>'
REMOTE = '<!DOCTYPE d SYSTEM "http://127.0.0.1:9/never.dtd" [<!ENTITY % p SYSTEM "http://127.0.0.1:9/p.dtd"> %p;]>'
PASSWD = ("root:x:0:0",)


def packed(members):
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for name, content in members:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def document(body, doctype=""):
    return (f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<w:document xmlns:w="{W}">'
            f"<w:body>{body}</w:body></w:document>")


def paragraph(text):
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def docx(body, doctype="", more=()):
    return packed([("[Content_Types].xml", TYPES), ("_rels/.rels", RELS),
                   ("word/document.xml", document(body, doctype)), *more])


def odt(body, doctype="", more=()):
    names = " ".join(f'xmlns:{name}="{ODF}:{name}:1.0"' for name in ("office", "text", "table"))
    content = (f'<?xml version="1.0" encoding="UTF-8"?>{doctype}<office:document-content {names}><office:body>'
               f"<office:text>{body}</office:text></office:body></office:document-content>")
    return packed([("mimetype", ODT_TYPE), ("content.xml", content), *more])


def big_member(total, lie=None):
    """A DOCX whose document.xml unpacks to `total` bytes; `lie` is the size that the archive states instead."""
    head = document("@").split("@")[0].encode() + b"<w:p><w:r><w:t>"
    engine = zlib.compressobj(1, zlib.DEFLATED, -15)
    block = b"bomb " * 200_000
    crc, size = zlib.crc32(head), len(head)
    parts = [engine.compress(head)]
    while size < total:
        parts.append(engine.compress(block))
        crc, size = zlib.crc32(block, crc), size + len(block)
    tail = b"</w:t></w:r></w:p>" + document("@").split("@")[1].encode()
    parts += [engine.compress(tail), engine.flush()]
    crc, size = zlib.crc32(tail, crc), size + len(tail)
    stream, name, start = b"".join(parts), b"word/document.xml", packed([("[Content_Types].xml", TYPES)])
    members = start[:start.index(b"PK\x01\x02")]
    directory = start[len(members):start.index(b"PK\x05\x06")]
    fields = (20, 0, 8, 0, 33, crc, len(stream), size if lie is None else lie, len(name), 0)
    local = struct.pack("<4sHHHHHIIIHH", b"PK\x03\x04", *fields) + name
    directory += struct.pack("<4sHHHHHHIIIHHHHHII", b"PK\x01\x02", 20, *fields, 0, 0, 0, 0, len(members)) + name
    ahead = members + local + stream
    return ahead + directory + struct.pack("<4sHHHHIIH", b"PK\x05\x06", 0, 0, 2, 2, len(directory), len(ahead), 0)


def wrong_checksum():
    raw = bytearray(docx(paragraph(GOOD * 20)))
    at = raw.rindex(b"PK\x01\x02")  # the last member is the document
    raw[at + 16] ^= 0xFF
    return bytes(raw)


def encrypted_odt():
    names = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    manifest = (f'<?xml version="1.0"?><m:manifest xmlns:m="{names}"><m:file-entry m:full-path="content.xml" '
                'm:media-type="text/xml" m:size="900"><m:encryption-data m:checksum-type="SHA1/1K" m:checksum="AAAA"/>'
                "</m:file-entry></m:manifest>")
    return packed([("mimetype", ODT_TYPE), ("META-INF/manifest.xml", manifest), ("content.xml", bytes(range(256)) * 4)])


INPUTS = [
    Hostile("bomb.docx", lambda: big_member(1_500_000_000), SKIPPED),
    Hostile("bomb-that-lies.docx", lambda: big_member(1_500_000_000, lie=900), SKIPPED),
    Hostile("zip-in-zip.docx", lambda: packed([("[Content_Types].xml", TYPES), ("_rels/.rels", RELS), (
        "word/document.xml", packed([("word/document.xml", packed([("a", b"0" * 1_000_000)]))]))]), SKIPPED),
    Hostile("sixty-thousand-members.docx", lambda: packed((f"word/media/{n}", b"") for n in range(60_000)), SKIPPED),
    Hostile("laughs.docx", lambda: docx(paragraph(GOOD + "&j;"), LAUGHS), EITHER, never=("cacklecacklecackle",)),
    Hostile("laughs.odt", lambda: odt(f"<text:p>{GOOD}&j;</text:p>", LAUGHS), EITHER, never=("cacklecacklecackle",)),
    Hostile("outside-entity.docx", lambda: docx(paragraph(GOOD + "&j;"), OUTSIDE), EITHER, never=PASSWD),
    Hostile("outside-entity.odt", lambda: odt(f"<text:p>{GOOD}&j;</text:p>", OUTSIDE), EITHER, never=PASSWD),
    Hostile("remote-dtd.docx", lambda: docx(paragraph(GOOD), REMOTE), EITHER),
    Hostile("deep-tables.docx", lambda: docx("<w:tbl><w:tr><w:tc>" * 100_000 + paragraph(GOOD) +
                                             "</w:tc></w:tr></w:tbl>" * 100_000), EITHER),
    Hostile("deep-spans.odt", lambda: odt("<text:p>" + "<text:span>" * 100_000 + GOOD + "</text:span>" * 100_000 +
                                          "</text:p>"), EITHER),
    Hostile("truncated.docx", lambda: docx(paragraph(GOOD * 200))[:-300], SKIPPED),
    Hostile("wrong-checksum.docx", wrong_checksum, EITHER),
    Hostile("encrypted.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 504 + "EncryptedPackage".encode("utf-16-le")
            + b"\0" * 4096, SKIPPED),
    Hostile("encrypted.odt", encrypted_odt, SKIPPED),
    Hostile("no-document.docx", lambda: packed([("[Content_Types].xml", TYPES), ("_rels/.rels", RELS)]), SKIPPED),
    Hostile("names-that-climb.odt", lambda: odt(f"<text:p>{GOOD} climber</text:p>", more=[
        ("../furat-climbed", "x"), ("../../furat-climbed", "x")]), EITHER),
    Hostile("four-thousand-million-spaces.odt", lambda: odt(
        f'<text:p>{GOOD}<text:s text:c="4000000000"/>xylophone</text:p>'), EITHER),
    Hostile("repeated-cells.odt", lambda: odt(
        f'<text:p>{GOOD}</text:p><table:table><table:table-row table:number-rows-repeated="1048576"><table:table-cell '
        'table:number-columns-repeated="16384"><text:p>cell</text:p></table:table-cell></table:table-row>'
        "</table:table>"), EITHER),
    Hostile("broken-characters.docx", lambda: packed([
        ("[Content_Types].xml", TYPES), ("_rels/.rels", RELS),
        ("word/document.xml", document(paragraph(GOOD + "\x1b[31m\x01")).encode() + b"\xff\xfe\x00")]), EITHER),
    Hostile("three-hundred-thousand-runs.docx", lambda: docx(
        "<w:p>" + "".join(f"<w:r><w:t>{number * 7919 % 1_000_003:x} </w:t></w:r>" for number in range(300_000)) +
        "</w:p>" + paragraph("xylophone " + GOOD)), READ, finds="xylophone"),
]

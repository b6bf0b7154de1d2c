"""DOCX files, written part by part: what a word processor saves, with runs cut inside words and a tracked change."""
from xml.sax.saxutils import escape

from .markup import archive, changes

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
RUN = 61  # characters: word processors cut runs wherever somebody once edited
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
STYLES = {"title": "Title", "heading": "Heading1", "bullets": "ListParagraph", "numbers": "ListParagraph",
          "quote": "Quote", "paragraph": "Normal"}


def _runs(text, tag="t"):
    pieces = (text[i:i + RUN] for i in range(0, len(text), RUN))
    return "".join(f'<w:r><w:{tag} xml:space="preserve">{escape(piece)}</w:{tag}></w:r>' for piece in pieces)


def _content(text, keys):
    out = []
    for number, (kind, part) in enumerate(changes(text)):
        mark = f'w:id="{number}" w:author="{escape(keys["byline"])}" w:date="{keys["modified"]}T08:00:00Z"'
        out.append({"kept": _runs(part), "deleted": f"<w:del {mark}>{_runs(part, 'delText')}</w:del>",
                    "inserted": f"<w:ins {mark}>{_runs(part)}</w:ins>"}[kind])
    return "".join(out)


def _paragraph(kind, text, keys):
    numbering = {"bullets": 1, "numbers": 2}.get(kind)
    list_mark = f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{numbering}"/></w:numPr>' if numbering else ""
    style = f'<w:pStyle w:val="{STYLES[kind]}"/>'
    return f"<w:p><w:pPr>{style}{list_mark}</w:pPr>{_content(text, keys)}</w:p>"


def _table(rows, keys):
    cells = ("".join(f"<w:tc><w:tcPr/>{_paragraph('paragraph', cell, keys)}</w:tc>" for cell in row) for row in rows)
    grid = '<w:gridCol w:w="2400"/>' * len(rows[0])
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>" + "".join(f"<w:tr>{row}</w:tr>" for row in cells) + "</w:tbl>"


def _body(blocks, keys):
    for block in blocks:
        if block.kind == "table":
            yield _table(block.lines, keys)
        else:
            yield from (_paragraph(block.kind, line, keys) for line in block.lines)


def _style(name, shown, outline=None):
    level = "" if outline is None else f'<w:outlineLvl w:val="{outline}"/>'
    return (f'<w:style w:type="paragraph" w:styleId="{name}"><w:name w:val="{shown}"/>'
            f"<w:pPr>{level}</w:pPr></w:style>")


def _numbering():
    kinds = ((1, "bullet", "\u2022"), (2, "decimal", "%1."))
    lists = "".join(f'<w:abstractNum w:abstractNumId="{n}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
                    f'<w:numFmt w:val="{kind}"/><w:lvlText w:val="{sign}"/></w:lvl></w:abstractNum>'
                    for n, kind, sign in kinds)
    uses = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _, _ in kinds)
    return f"{HEAD}<w:numbering {W}>{lists}{uses}</w:numbering>"


def _core(keys):
    dublin = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    when = {name: f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{keys[name]}T09:30:00Z</dcterms:{name}>'
            for name in ("created", "modified")}
    return (f'{HEAD}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" {dublin} '
            f'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>{escape(keys["title"])}</dc:title>'
            f'<dc:creator>{escape(keys["byline"])}</dc:creator>{"".join(when.values())}</cp:coreProperties>')


def _parts(keys, blocks):
    overrides = {"word/document.xml": f"{WORD}.document.main+xml", "word/styles.xml": f"{WORD}.styles+xml",
                 "word/numbering.xml": f"{WORD}.numbering+xml", "word/header1.xml": f"{WORD}.header+xml",
                 "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml"}
    types = "".join(f'<Override PartName="/{part}" ContentType="{kind}"/>' for part, kind in overrides.items())
    yield "[Content_Types].xml", (
        f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{types}</Types>')
    yield "_rels/.rels", _relations(("officeDocument", "word/document.xml", OFFICE),
                                    ("metadata/core-properties", "docProps/core.xml", f"{PACKAGE}/relationships"))
    yield "docProps/core.xml", _core(keys)
    yield "word/_rels/document.xml.rels", _relations(
        *((name, f"{file}.xml", OFFICE) for name, file in (("styles", "styles"), ("numbering", "numbering"),
                                                           ("header", "header1"))))
    yield "word/styles.xml", (f"{HEAD}<w:styles {W}>" + _style("Normal", "Normal") + _style("Title", "Title") +
                              _style("Heading1", "heading 1", 0) + _style("ListParagraph", "List Paragraph") +
                              _style("Quote", "Quote") + "</w:styles>")
    yield "word/numbering.xml", _numbering()
    yield "word/header1.xml", f'{HEAD}<w:hdr {W}>{_paragraph("paragraph", keys["byline"] + " - draft", keys)}</w:hdr>'
    section = (f'<w:sectPr><w:headerReference xmlns:r="{OFFICE}" w:type="default" r:id="rId3"/>'
               '<w:pgSz w:w="11906" w:h="16838"/></w:sectPr>')
    yield "word/document.xml", (f"{HEAD}<w:document {W}><w:body>" + "".join(_body(blocks, keys)) +
                                f"{section}</w:body></w:document>")


def _relations(*rows):
    inside = "".join(f'<Relationship Id="rId{n}" Type="{base}/{name}" Target="{target}"/>'
                     for n, (name, target, base) in enumerate(rows, 1))
    return f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def write(path, keys, blocks):
    archive(path, _parts(keys, blocks))

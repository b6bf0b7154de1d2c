"""ODT files, written part by part, with a tracked change and a comment in the margin."""
import re
from xml.sax.saxutils import escape

from .markup import archive, changes

NAMES = " ".join(f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"' for short, long in (
    ("office", "office"), ("text", "text"), ("table", "table"), ("style", "style"), ("meta", "meta")))
NAMES += ' xmlns:dc="http://purl.org/dc/elements/1.1/"'
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'
TYPE = "application/vnd.oasis.opendocument.text"


class _Writer:
    def __init__(self, keys):
        self.keys, self.regions, self.commented = keys, [], False

    def _stamp(self):
        return (f'<office:change-info><dc:creator>{escape(self.keys["byline"])}</dc:creator>'
                f'<dc:date>{self.keys["modified"]}T10:00:00</dc:date></office:change-info>')

    def content(self, text):
        out = []
        for kind, part in changes(text):
            # Two spaces in a row are an element of their own in this format.
            shown = re.sub(r"  +", lambda m: f' <text:s text:c="{len(m[0]) - 1}"/>', escape(part))
            name = f"ct{len(self.regions) + 1}"
            if kind == "kept":
                out.append(shown)
                continue
            inner = f"<text:p>{shown}</text:p>" if kind == "deleted" else ""
            tag = "deletion" if kind == "deleted" else "insertion"
            self.regions.append(f'<text:changed-region text:id="{name}"><text:{tag}>{self._stamp()}{inner}'
                                f"</text:{tag}></text:changed-region>")
            if kind == "deleted":
                out.append(f'<text:change text:change-id="{name}"/>')
            else:
                out.append(f'<text:change-start text:change-id="{name}"/>{shown}'
                           f'<text:change-end text:change-id="{name}"/>')
        return "".join(out)

    def comment(self):
        """A note of the desk, on the first paragraph: no part of the text."""
        if self.commented or "comment" not in self.keys:
            return ""
        self.commented = True
        return (f'<office:annotation><dc:creator>{escape(self.keys["byline"])}</dc:creator>'
                f'<text:p>{escape(self.keys["comment"])}</text:p></office:annotation>')

    def block(self, block):
        if block.kind == "title":
            return f'<text:p text:style-name="Title">{self.content(block.lines[0])}</text:p>'
        if block.kind == "heading":
            return f'<text:h text:style-name="Heading_20_1" text:outline-level="1">{self.content(block.lines[0])}</text:h>'
        if block.kind in ("bullets", "numbers"):
            items = "".join(f"<text:list-item><text:p>{self.content(line)}</text:p></text:list-item>"
                            for line in block.lines)
            return f'<text:list text:style-name="{block.kind.capitalize()}">{items}</text:list>'
        if block.kind == "table":
            rows = ("".join(f'<table:table-cell office:value-type="string"><text:p>{self.content(cell)}</text:p>'
                            "</table:table-cell>" for cell in row) for row in block.lines)
            return ('<table:table table:name="Table1">' +
                    "".join(f"<table:table-row>{row}</table:table-row>" for row in rows) + "</table:table>")
        style = "Quotations" if block.kind == "quote" else "Text_20_body"
        return f'<text:p text:style-name="{style}">{self.comment()}{self.content(block.lines[0])}</text:p>'


def _lists():
    return ('<text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" '
            'text:bullet-char="\u2022"/></text:list-style><text:list-style style:name="Numbers">'
            '<text:list-level-style-number text:level="1" style:num-suffix="." style:num-format="1"/></text:list-style>')


def write(path, keys, blocks):
    writer = _Writer(keys)
    body = "".join(writer.block(block) for block in blocks)
    tracked = f"<text:tracked-changes>{''.join(writer.regions)}</text:tracked-changes>" if writer.regions else ""
    parts = ("content.xml", "styles.xml", "meta.xml")
    manifest = "".join(f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>'
                       for name, kind in (("/", TYPE), *((part, "text/xml") for part in parts)))
    archive(path, (
        ("mimetype", TYPE),
        ("META-INF/manifest.xml", f'{HEAD}<manifest:manifest xmlns:manifest='
         f'"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.2">{manifest}</manifest:manifest>'),
        ("meta.xml", f'{HEAD}<office:document-meta {NAMES} office:version="1.2"><office:meta>'
         f'<dc:title>{escape(keys["title"])}</dc:title><meta:initial-creator>{escape(keys["byline"])}'
         f'</meta:initial-creator><meta:creation-date>{keys["created"]}T09:30:00</meta:creation-date>'
         f'<dc:date>{keys["modified"]}T10:00:00</dc:date></office:meta></office:document-meta>'),
        ("styles.xml", f'{HEAD}<office:document-styles {NAMES} office:version="1.2"><office:master-styles>'
         '<style:master-page style:name="Standard"><style:header><text:p>'
         f'{escape(keys["byline"])} - draft</text:p></style:header></style:master-page></office:master-styles>'
         '</office:document-styles>'),
        ("content.xml", f'{HEAD}<office:document-content {NAMES} office:version="1.2"><office:automatic-styles>'
         f'{_lists()}</office:automatic-styles><office:body><office:text>{tracked}{body}</office:text>'
         '</office:body></office:document-content>')))

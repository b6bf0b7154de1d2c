"""PDF files: one layout a kind of document. Needs reportlab."""
from dataclasses import replace

from reportlab.lib.pagesizes import A4, A5
from reportlab.pdfgen.canvas import Canvas

from .markup import changes
from .typesetting import Line, Pages, Style, draw, table, wrap

SANS = "Helvetica"
# Columns, margin, and the styles that differ from those of plain().
LAYOUTS = {
    "paper": {"page": (430, 520), "columns": 2, "margin": 54, "hyphens": True, "size": 9.5, "title_across": True,
              "title_size": 17, "first_indent": 10},
    "report": {"page": A5, "columns": 1, "margin": 62, "size": 11, "title_size": 20, "first_indent": 14},
    "letter": {"columns": 1, "margin": 80, "size": 11, "title_size": 12, "gap_before": 7, "justify": False},
    "bulletin": {"columns": 1, "margin": 74, "size": 10, "title_size": 16, "gap_before": 6, "hyphens": True},
    "newsletter": {"page": (500, 660), "columns": 2, "margin": 46, "size": 9.5, "title_across": True, "title_size": 24,
                   "font": SANS, "gap_before": 4, "justify": False},
    "leaflet": {"page": (400, 330), "columns": 2, "margin": 40, "hyphens": True, "size": 9.5, "title_across": True,
                "title_size": 16, "first_indent": 9},
    "brief": {"columns": 1, "margin": 84, "size": 10.5, "title_size": 15, "gap_before": 6},
}


def _styles(layout):
    size = layout["size"]
    text = Style(font=layout.get("font", "Times-Roman"), size=size, leading=size * 1.27,
                 justify=layout.get("justify", True), hyphens=layout.get("hyphens", False),
                 before=layout.get("gap_before", 0), first_indent=layout.get("first_indent", 0))
    bold = "Helvetica-Bold" if text.font == SANS else "Times-Bold"
    title = layout["title_size"]
    return {
        "paragraph": text,
        "title": Style(font=bold, size=title, leading=title * 1.2, justify=False, centred=layout["columns"] == 2),
        "heading": Style(font=bold, size=size + 2, leading=size * 1.6, before=8, justify=False),
        "list": replace(text, indent=14, first_indent=0, before=1.5),
        "quote": replace(text, indent=24, first_indent=0, before=4, font="Times-Italic"),
        "table": Style(font=SANS, size=size - 1.5, leading=size * 1.2, before=3, justify=False),
    }


def _lines(block, styles, width):
    if block.kind == "table":
        return table(block.lines, styles["table"], width)
    if block.kind in ("bullets", "numbers"):
        return [line for number, item in enumerate(block.lines, 1) for line in
                wrap(item, styles["list"], width, "\u2022" if block.kind == "bullets" else f"{number}.")]
    text = "".join(part for kind, part in changes(block.lines[0]) if kind != "deleted")
    lines = wrap(text, styles[block.kind], width)
    if block.kind == "heading":
        lines[-1].keep = True
    return lines


def _furniture(keys, size, margin):
    """Running heads above the text, the foot and the number of the page below it."""
    small = Style(font=SANS, size=8, leading=10)

    def put(canvas, page):
        width, height = size
        for key, y in (("head-left", height - margin * 0.62), ("foot", margin * 0.55)):
            if key in keys:
                draw(canvas, Line([(0, keys[key])], small), margin, y)
        canvas.setFont(SANS, 8)
        if "head-right" in keys:
            canvas.drawRightString(width - margin, height - margin * 0.62, keys["head-right"])
        if keys["layout"] != "letter":
            canvas.drawRightString(width - margin, margin * 0.55, f"Page {page}" if "foot" in keys else str(page))

    return put


def write(path, keys, blocks):
    layout = LAYOUTS[keys["layout"]]
    styles = _styles(layout)
    size = layout.get("page", A4)
    canvas = Canvas(str(path), pagesize=size, invariant=1, pageCompression=1)
    canvas.setTitle(keys.get("property-title", keys["title"]))
    canvas.setAuthor(keys["byline"])
    if "created" in keys:  # later than the text says, as of a file that was printed again
        canvas.setDateFormatter(lambda *_: keys["created"])
    pages = Pages(canvas, size, layout["margin"], layout["columns"], 20, _furniture(keys, size, layout["margin"]))
    for block in blocks:
        if block.kind == "title" and layout.get("title_across"):
            full = pages.width - 2 * layout["margin"]
            small = Style(font="Times-Italic", size=10.5, leading=14, centred=True)
            lines = wrap(block.lines[0], styles["title"], full)
            if keys["layout"] == "paper":
                lines += wrap(keys["byline"], small, full) + wrap(keys["dateline"], small, full)
            pages.across(lines, below=14)
        else:
            pages.put(_lines(block, styles, pages.column_width))
    canvas.save()

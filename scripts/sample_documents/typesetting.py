"""Lines of type: wrapping, hyphens at line ends, columns and pages. Draws on a canvas of reportlab."""
import re
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfmetrics import stringWidth

# Between two consonants that stand between vowels: rough, but always the same, and it is only sample text.
BREAK = re.compile(r"(?<=[aeiouy][bcdfghjklmnpqrstvwxz])(?=[bcdfghjklmnpqrstvwxz][aeiouy])")


@dataclass
class Style:
    font: str = "Times-Roman"
    size: float = 10
    leading: float = 12.5
    indent: float = 0  # of every line
    first_indent: float = 0  # of the first line besides
    before: float = 0  # space above
    justify: bool = True
    hyphens: bool = False
    centred: bool = False


@dataclass
class Line:
    pieces: list  # (x from the left of the column, text)
    style: Style
    before: float = 0
    stretch_to: float = 0  # width that the only piece is to fill; 0: as it is
    keep: bool = field(default=False)  # stays with the next line


def _cut(word, room, style):
    """A word's longest beginning that fits with a hyphen, and its rest."""
    if not (style.hyphens and re.fullmatch(r"[a-z]{7,}[,.;:]?", word)):
        return None
    places = [m.start() for m in BREAK.finditer(word) if 3 <= m.start() <= len(word) - 4]
    for place in reversed(places):
        if stringWidth(word[:place] + "-", style.font, style.size) <= room:
            return word[:place] + "-", word[place:]
    return None


def wrap(text, style, width, prefix=""):
    """The lines of a paragraph in a column; `prefix` (a bullet) hangs before the first one."""
    lines, words, current = [], text.split(), ""
    while words:
        word = words.pop(0)
        room = width - style.indent - (style.first_indent if not lines else 0)
        longer = f"{current} {word}" if current else word
        if not current or stringWidth(longer, style.font, style.size) <= room:
            current = longer
            continue
        cut = _cut(word, room - stringWidth(current + " ", style.font, style.size), style)
        if cut:
            current, word = f"{current} {cut[0]}", cut[1]
        lines.append(_line(current, style, width, not lines, True))
        current = ""
        words.insert(0, word)
    lines.append(_line(current, style, width, not lines, False))
    lines[0].before = style.before
    if prefix:
        lines[0].pieces.insert(0, (style.indent - 12, prefix))
    return lines


def _line(text, style, width, first, full):
    x = style.indent + (style.first_indent if first else 0)
    if style.centred:
        x = (width - stringWidth(text, style.font, style.size)) / 2
    return Line([(x, text)], style, stretch_to=width - x if full and style.justify and not style.centred else 0)


def table(rows, style, width):
    """Cells side by side in columns of equal width, each wrapped in its own."""
    share = width / len(rows[0])
    lines = []
    for number, cells in enumerate(rows):
        bold = Style(**{**style.__dict__, "font": "Helvetica-Bold"}) if number == 0 else style
        wrapped = [[line.pieces[0][1] for line in wrap(cell, bold, share - 8)] for cell in cells]
        for row in range(max(map(len, wrapped))):
            pieces = [(column * share, cell[row]) for column, cell in enumerate(wrapped) if row < len(cell)]
            lines.append(Line(pieces, bold, before=style.before if row == 0 else 0))
    return lines


def draw(canvas, line, left, baseline):
    style = line.style
    for x, text in line.pieces:
        out = canvas.beginText(left + x, baseline)
        out.setFont(style.font, style.size)
        gaps = text.count(" ")
        stretched = line.stretch_to and gaps and (x, text) == line.pieces[-1]
        # Set each time: it outlives the text object that it was set in.
        out.setWordSpace((line.stretch_to - stringWidth(text, style.font, style.size)) / gaps if stretched else 0)
        out.textOut(text)
        canvas.drawText(out)


class Pages:
    """Fills columns with lines, and calls `furniture(canvas, page)` for what stands on every page."""

    def __init__(self, canvas, size, margin, columns, gap, furniture):
        self.canvas, self.furniture = canvas, furniture
        self.width, self.height = size
        self.margin, self.columns, self.gap = margin, columns, gap
        self.column_width = (self.width - 2 * margin - gap * (columns - 1)) / columns
        self.page, self.column = 1, 0
        self.top = self.y = self.height - margin
        furniture(canvas, 1)

    def across(self, lines, below=0):
        """Lines over the whole width; the columns begin under them."""
        for line in lines:
            self.y -= line.before + line.style.leading
            draw(self.canvas, line, self.margin, self.y)
        self.y -= below
        self.top = self.y

    def put(self, lines):
        for line in lines:
            needed = line.before + line.style.leading * (3 if line.keep else 1)
            if self.y - needed < self.margin:
                self._next_column()
            self.y -= (line.before if self.y < self.top else 0) + line.style.leading
            left = self.margin + self.column * (self.column_width + self.gap)
            draw(self.canvas, line, left, self.y)

    def _next_column(self):
        self.column += 1
        if self.column == self.columns:
            self.canvas.showPage()
            self.page, self.column = self.page + 1, 0
            self.top = self.height - self.margin
            self.furniture(self.canvas, self.page)
        self.y = self.top

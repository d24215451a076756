"""DOCX from a paper's tree. Fonts are named, never embedded: 仿宋_GB2312, 方正小标宋简体."""

import io
from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from sanshe.core.papers.adapters import docx_base
from sanshe.core.papers.adapters.docx_base import LINE, RED, style_id
from sanshe.core.papers.types import (
    Annexes,
    Break,
    Doc,
    Heading,
    KeyValue,
    NameList,
    Para,
    QrCode,
    Run,
    Signature,
    Table,
)
from sanshe.core.ui.adapters import qr_file

QR_WIDTH = Mm(30)


def render(doc: Doc) -> bytes:
    """The paper as DOCX, the same blocks in the same order as the PDF."""
    made = _Writer(doc)
    made.head()
    for block in doc.blocks:
        made.block(block)
    return made.done()


class _Writer:
    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.paper = Document(io.BytesIO(docx_base.blank(official=doc.style == "official", landscape=doc.landscape)))
        self.official = doc.style == "official"
        self.size = Pt(16 if self.official else 12)
        self.writers: dict[type, Any] = {
            Heading: self._heading,
            Para: self._para,
            Table: self._table,
            KeyValue: self._key_value,
            NameList: self._names,
            Signature: self._signature,
            Annexes: self._annexes,
            QrCode: self._qr_code,
            Break: self._break,
        }
        told = self.paper.core_properties
        told.title, told.author = _clean(doc.title)[:250], _clean(doc.org)[:250]

    def head(self) -> None:
        """The red head, the number line with the red rule below it, the title."""
        red = self.doc.org and self.official
        if red:
            org = self._line(style="Org")
            org.paragraph_format.space_before = Mm(35)
            size = 24 if len(self.doc.org) > 14 else 30
            self._put(org, self.doc.org, size, colour=RED)
        if self.doc.number:
            self._put(self._line(style="Number"), self.doc.number)
        if red:
            _rule_below(self.paper.paragraphs[-1])
        title = self._line(style="Title")
        title.paragraph_format.space_before = LINE if red else Pt(0)
        self._put(title, self.doc.title)

    def block(self, block: Any) -> None:
        """One block of the tree."""
        self.writers[type(block)](block)

    def _line(self, align: Any = None, style: str = "Normal") -> Any:
        line = self.paper.add_paragraph()
        if style != "Normal":
            line._p.style = style_id(style)
        if align is not None:
            line.alignment = align
        return line

    def _put(self, line: Any, text: str, size: float = 0, *, bold: bool = False, colour: Any = None) -> Any:
        """Add words; fonts and sizes are those of the line's style where nothing else is said."""
        run = line.add_run(_clean(text))
        if size:
            run.font.size = Pt(size)
        if bold:
            run.bold = True
        if colour is not None:
            run.font.color.rgb = colour
        return run

    def _text(self, line: Any, text: Any, size: float = 0) -> None:
        for one in (text,) if isinstance(text, str) else text:
            piece = Run(one) if isinstance(one, str) else one
            run = self._put(line, piece.text, size=size, bold=piece.bold)
            run.underline = (piece.fill and not self.official) or None

    def _heading(self, block: Heading) -> None:
        line = self._line(style=f"Heading {1 if block.level == 1 else 2}")
        self._put(line, block.text)

    def _para(self, block: Para) -> None:
        style = "Body Text" if block.style == "body" else "Normal"
        line = self._line(ALIGN.CENTER if block.style == "centre" else ALIGN.JUSTIFY, style)
        self._text(line, block.text, 10.5 if block.style == "note" else 0)

    def _grid(self, rows: int, columns: int, widths: Sequence[int] = ()) -> Any:
        grid = self.paper.add_table(rows=rows, cols=columns)
        grid._tbl.tblPr.style, grid.alignment = style_id("Table Grid"), WD_TABLE_ALIGNMENT.CENTER
        if len(widths) == columns:
            section = self.paper.sections[0]
            room = (section.page_width or 0) - (section.left_margin or 0) - (section.right_margin or 0)
            grid.autofit = False
            for place, share in enumerate(widths):
                grid.columns[place].width = int(room * share / sum(widths))
        return grid

    def _cell(self, cell: Any, text: Any, *, bold: bool = False, align: Any = None) -> None:
        line = cell.paragraphs[0]
        line._p.style = style_id("Cell")
        if align is not None:
            line.alignment = align
        self._text(line, (Run(text, bold=bold),) if isinstance(text, str) else text)

    def _table(self, block: Table) -> None:
        if block.caption:
            self._put(self._line(ALIGN.CENTER, "Caption"), block.caption)
        grid = self._grid(1 + len(block.rows), len(block.head), block.widths)
        _repeat(grid.rows[0])
        head, *rows = _cells_of(grid)
        for cell, text in zip(head, block.head, strict=True):
            self._cell(cell, text, bold=True, align=ALIGN.CENTER)
        for cells, row in zip(rows, block.rows, strict=True):
            for place, text in enumerate(row):
                self._cell(cells[place], text, align=ALIGN.RIGHT if place in block.numeric else None)

    def _key_value(self, block: KeyValue) -> None:
        rows = -(-len(block.pairs) // block.across)
        grid = self._grid(rows, 2 * block.across, (1, 3) * block.across)
        lines = _cells_of(grid)
        for place, (label, text) in enumerate(block.pairs):
            cells, column = lines[place // block.across], 2 * (place % block.across)
            self._cell(cells[column], label, bold=True)
            self._cell(cells[column + 1], text)

    def _names(self, block: NameList) -> None:
        height = -(-len(block.names) // block.columns)
        grid = self._grid(height, 2 * block.columns, (1, 7) * block.columns)
        lines = _cells_of(grid)
        for place, name in enumerate(block.names):
            cells, column = lines[place % height], 2 * (place // height)
            self._cell(cells[column], str(place + 1), align=ALIGN.RIGHT)
            self._cell(cells[column + 1], name)

    def _signature(self, block: Signature) -> None:
        self._line()
        if block.style == "boxes" and block.boxes:
            across = min(len(block.boxes), 3)
            grid = self._grid(-(-len(block.boxes) // across), across)
            for place, box in enumerate(block.boxes):
                cell = grid.rows[place // across].cells[place % across]
                self._cell(cell, box.label, bold=True)
                for text in box.lines:
                    line = cell.add_paragraph()
                    line._p.style = style_id("Cell")
                    self._put(line, text)
        lines = [text for text in (*block.names, block.date) if text]
        indents = _centred(lines) if block.style == "seal" else [2.0] * len(lines)
        for text, indent in zip(lines, indents, strict=True):
            line = self._line(ALIGN.RIGHT, "Signature")
            line.paragraph_format.right_indent = int(self.size * indent)
            self._put(line, text)

    def _annexes(self, block: Annexes) -> None:
        """附件：1．… below an empty line, two characters in, the names under one another."""
        self._line()
        for place, name in enumerate(block.names):
            line, number = self._line(), f"{place + 1}．" if len(block.names) > 1 else ""
            line.paragraph_format.left_indent = self.size * 5
            line.paragraph_format.first_line_indent = -self.size * (0 if place else 3)
            self._put(line, f"{'' if place else '附件：'}{number}{name}")

    def _qr_code(self, block: QrCode) -> None:
        """The code, and below it its words."""
        picture = self._line().add_run().add_picture(io.BytesIO(qr_file(block.address, "png")), width=QR_WIDTH)
        picture._inline.docPr.set("descr", block.address)
        for text in block.lines:
            self._put(self._line(), text, size=9)

    def _break(self, block: Break) -> None:
        self.paper.add_paragraph().add_run().add_break(WD_BREAK.PAGE)

    def done(self) -> bytes:
        """The last small line, then the file."""
        if self.doc.foot:
            self._put(self._line(), self.doc.foot, size=9)
        return docx_base.saved(self.paper)


def _cells_of(grid: Any) -> list[Any]:
    """The cells by row, looked up once: the library counts them anew at every question."""
    return [row.cells for row in grid.rows]


def _width(text: str) -> float:
    """In characters of the paper: what is not Chinese takes half."""
    return sum(1.0 if ord(one) > 0x2E7F else 0.5 for one in text)


def _centred(lines: Sequence[str]) -> list[float]:
    """How far from the right edge each line ends, in characters: the last (the date) four in and the office centred
    above it; an office longer than the date two in and the date centred below it."""
    widths = [_width(one) for one in lines]
    edge = 4.0 if widths and max(widths) == widths[-1] else 2.0
    middle = edge + max(widths, default=0) / 2
    return [middle - width / 2 for width in widths]


def _rule_below(line: Any) -> None:
    borders, rule = OxmlElement("w:pBdr"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "16"), ("space", "6"), ("color", "D00000")):
        rule.set(qn(f"w:{name}"), value)
    borders.append(rule)
    line._p.get_or_add_pPr().append(borders)


def _repeat(row: Any) -> None:
    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _clean(text: str) -> str:
    """XML knows no control characters but tab and line feed."""
    return "".join(one for one in text if one in "\t\n" or (one >= " " and one not in "\ufffe\uffff"))

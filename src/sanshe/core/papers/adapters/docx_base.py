"""A blank Word paper after GB/T 9704-2012, made once: page, page numbers, and real styles, so that whoever opens it can
change them in one place.

Fonts are named, never embedded: 仿宋_GB2312, 方正小标宋简体, 黑体, 楷体_GB2312.
"""

import io
from functools import cache
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

FANG, SONG, HEI, KAI = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312"
STYLES = (
    "Normal", "Body Text", "Heading 1", "Heading 2", "Caption", "Signature", "Org", "Number", "Title", "Cell",
    "Table Grid", "Table Normal", "Footer", "Header",
)  # fmt: skip
RED = RGBColor(0xD0, 0, 0)
BLACK = RGBColor(0, 0, 0)
LINE = Pt(28.98)  # 225 mm for 22 lines
CLOSER = 156 / 28 / 25.4 * 72 - 16  # points by which each of 28 characters is set closer, to fit in 156 mm


@cache
def blank(*, official: bool, landscape: bool) -> bytes:
    """An empty paper with everything but its words. Making it takes longer than filling it."""
    paper = Document()
    _page(paper, official=official, landscape=landscape)
    dress(paper, official=official)
    _without_stock(paper)
    return saved(paper)


def saved(word: Any) -> bytes:
    """The file of a paper."""
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def style_id(name: str) -> str:
    """How a style is named inside the file."""
    return name.replace(" ", "")


def _page(paper: Any, *, official: bool, landscape: bool) -> None:
    section = paper.sections[0]
    section.page_width, section.page_height = (Mm(297), Mm(210)) if landscape else (Mm(210), Mm(297))
    section.orientation = WD_ORIENT.LANDSCAPE if landscape else WD_ORIENT.PORTRAIT
    margins = (37, 35, 28, 26) if official else (20, 20, 20, 20)
    section.top_margin, section.bottom_margin, section.left_margin, section.right_margin = map(Mm, margins)
    if official:
        section.footer_distance = Mm(35 - 7 - 5)
        grid(section)
        paper.settings.odd_and_even_pages_header_footer = True
        _page_number(section.footer, ALIGN.RIGHT, 14, inset=True)
        _page_number(section.even_page_footer, ALIGN.LEFT, 14, inset=True)
    else:
        _page_number(section.footer, ALIGN.CENTER, 10, inset=False)


def _page_number(footer: Any, align: Any, size: float, *, inset: bool) -> None:
    """— 1 —, one character in from the edge: to the right on odd pages, to the left on even ones."""
    line = footer.paragraphs[0]
    line.alignment = align
    line.paragraph_format.left_indent = line.paragraph_format.right_indent = Pt(size) if inset else None
    for text in ("— ", "", " —"):
        run = line.add_run(text)
        run.font.size, run.font.name = Pt(size), "Times New Roman"
        east_asian(run._r.get_or_add_rPr(), SONG)
        for kind, said in (("begin", ""), ("", "PAGE"), ("end", "")) if not text else ():
            run._r.append(_field(kind, said))


def _field(kind: str, text: str) -> Any:
    if kind:
        made = OxmlElement("w:fldChar")
        made.set(qn("w:fldCharType"), kind)
        return made
    made = OxmlElement("w:instrText")
    made.set(qn("xml:space"), "preserve")
    made.text = text
    return made


def _without_stock(paper: Any) -> None:
    """Drop what every new file of the library brings along and no paper of ours uses."""
    styles = paper.styles.element
    kept = {style_id(name) for name in STYLES}
    for one in list(styles):
        if one.tag == qn("w:latentStyles") or (one.tag == qn("w:style") and not _is_kept(one, kept)):
            styles.remove(one)
    for link in styles.findall(f".//{qn('w:link')}"):  # the character styles they name are gone
        link.getparent().remove(link)
    paper.core_properties.comments = paper.core_properties.last_modified_by = ""


def _is_kept(style: Any, kept: set[str]) -> bool:
    default = style.get(qn("w:default")) in ("1", "true")
    return default or style.get(qn("w:styleId")) in kept or style.get(qn("w:type")) == "numbering"


def dress(paper: Any, *, official: bool) -> None:
    """Give the styles of the paper their fonts, sizes and indents."""
    body, size = Pt(16 if official else 12), 16 if official else 12
    _style(paper, "Normal", FANG, size, official=official)
    _style(paper, "Body Text", FANG, size, official=official).paragraph_format.first_line_indent = body * 2
    for name, font in (("Heading 1", HEI), ("Heading 2", KAI)):
        one = _style(paper, name, font, size, official=official, bold=not official)
        one.paragraph_format.keep_with_next = True
        one.paragraph_format.first_line_indent = body * 2 if official else Pt(0)
    _style(paper, "Cell", FANG, 12 if official else 10.5)
    _style(paper, "Caption", FANG, size, official=official, bold=True)
    _style(paper, "Signature", FANG, size, official=official)
    _style(paper, "Org", SONG, 30, align=ALIGN.CENTER)
    _style(paper, "Number", FANG, size, official=official, align=ALIGN.CENTER)
    _style(paper, "Title", SONG, 22 if official else 18, align=ALIGN.CENTER, after=14, bold=not official)


def _style(
    paper: Any,
    name: str,
    font: str,
    size: float,
    *,
    official: bool = False,
    bold: bool = False,
    align: Any = None,
    after: int = 0,
) -> Any:
    styles = paper.styles
    one = styles[name] if name in styles else styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    one.font.name, one.font.size, one.font.bold, one.font.color.rgb = "Times New Roman", Pt(size), bold, BLACK
    one.font.italic = False
    east_asian(one.element.get_or_add_rPr(), font)
    shape = one.paragraph_format
    shape.space_before, shape.space_after, shape.alignment = Pt(0), Pt(after), align
    shape.line_spacing_rule = WD_LINE_SPACING.SINGLE
    if official:
        shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, LINE
    _without_rule(one.element)
    return one


def _without_rule(element: Any) -> None:
    """The stock title has a blue line below it."""
    for rule in element.findall(f".//{qn('w:pBdr')}"):
        rule.getparent().remove(rule)


def east_asian(properties: Any, font: str) -> None:
    """Name the font of Chinese characters; a theme's font would win over it."""
    fonts = properties.get_or_add_rFonts()
    fonts.set(qn("w:eastAsia"), font)
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)


def grid(section: Any) -> None:
    """22 lines a page and 28 characters a line."""
    made = section._sectPr.find(qn("w:docGrid"))
    if made is None:
        made = OxmlElement("w:docGrid")
        section._sectPr.append(made)
    values = (("type", "linesAndChars"), ("linePitch", round(LINE.pt * 20)), ("charSpace", round(CLOSER * 4096)))
    for name, value in values:
        made.set(qn(f"w:{name}"), str(value))

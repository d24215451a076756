"""The styles of a Word paper after GB/T 9704-2012: real ones, so that whoever opens it can change them in one place.

Fonts are named, never embedded: 仿宋_GB2312, 方正小标宋简体, 黑体, 楷体_GB2312.
"""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.enum.text import WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

FANG, SONG, HEI, KAI = "仿宋_GB2312", "方正小标宋简体", "黑体", "楷体_GB2312"
RED = RGBColor(0xD0, 0, 0)
BLACK = RGBColor(0, 0, 0)
LINE = Pt(28.98)  # 225 mm for 22 lines
CLOSER = 156 / 28 / 25.4 * 72 - 16  # points by which each of 28 characters is set closer, to fit in 156 mm


def dress(paper: Any, *, official: bool) -> None:
    """Give the styles of the paper their fonts, sizes and indents."""
    body, size = Pt(16 if official else 12), 16 if official else 12
    _style(paper, "Normal", FANG, size, official=official)
    _style(paper, "Body Text", FANG, size, official=official).paragraph_format.first_line_indent = body * 2
    for name, font in (("Heading 1", HEI), ("Heading 2", KAI)):
        one = _style(paper, name, font, size, official=official, bold=not official)
        one.paragraph_format.keep_with_next = True
        one.paragraph_format.first_line_indent = body * 2 if official else Pt(0)
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

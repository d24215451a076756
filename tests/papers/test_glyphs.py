"""Characters that no font draws are said before a paper is made, each with the words around it."""

from datetime import UTC, datetime
from types import SimpleNamespace
from uuid import uuid4

import pytest

from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.papers import actions, rules
from sanshe.core.papers.adapters import fonts, pdf
from sanshe.core.papers.enums import R
from sanshe.core.papers.models import Paper, PaperSet
from sanshe.core.papers.pages import insist_drawn
from sanshe.core.papers.types import Doc, Document, Item, KeyValue, NameList, Para, Run, Table
from tests.papers.pdftext import words

AT = datetime(2022, 2, 18, tzinfo=UTC)
DRAWN = "𠮷"  # Extension B, in the fonts we bring
UNDRAWN = "\U0002f9ff"  # a place that Unicode gives no character
PRIVATE = "\ue1a3"


def doc(name):
    return Doc("协议", blocks=(Para("甲方与乙方"), KeyValue((("联系人", f"王{name}"),), 1)))


@pytest.mark.parametrize(
    "block",
    [
        Para((Run("法定代表人王"), Run(f"大{UNDRAWN}"))),
        Table((f"大{UNDRAWN}",), (("1",),)),
        Table(("名",), ((f"大{UNDRAWN}",),)),
        NameList((f"大{UNDRAWN}",)),
        KeyValue((("名", f"大{UNDRAWN}"),), 1),
    ],
)
def test_a_rare_character_is_found_wherever_it_stands(block):
    assert rules.rare(Doc("协议", blocks=(Para("甲"), block))) == {UNDRAWN: f"大{UNDRAWN}"}


def test_only_words_are_looked_at_and_each_character_once():
    found = rules.rare(Doc(f"{DRAWN}一", blocks=(Para(f"{DRAWN}二 é\n①　☎\ufe0f"),)))
    assert found[DRAWN] == f"{DRAWN}一" and set(found) - {DRAWN} <= {"☎"}


def test_what_is_taken_for_common_is_drawn():
    """GBK whole, so that the fonts need not be read for most papers."""
    common = [bytes((high, low)) for high in range(0x81, 0xFF) for low in range(0x40, 0xFF) if low != 0x7F]
    chars = [one.decode("gbk", "ignore") for one in common]
    lacking = [one for one in chars if one and not rules.is_private(one) and not fonts.has_glyph(one)]
    assert [one for one in lacking if "\u4e00" <= one <= "\u9fff"] == [] and len(lacking) < 20, lacking


def test_names_of_the_standard_table_are_drawn():
    assert all(map(fonts.has_glyph, "𠮷𬭎𬬻𫓧𬸣𪨶㐂䶮"))


@pytest.mark.parametrize("char", [UNDRAWN, PRIVATE])
def test_what_no_font_draws_is_named_with_its_place(char):
    assert not fonts.has_glyph(char)
    with pytest.raises(Refused) as refusal:
        insist_drawn(doc("明"), doc(char))
    assert refusal.value.code == R.NO_GLYPH and refusal.value.facts["glyphs"] == char
    assert refusal.value.facts["said"] == f"“{char}”（U+{ord(char):04X}，在“王{char}”里）"


def test_what_is_drawn_passes_and_stands_in_the_pdf():
    insist_drawn(doc(DRAWN))
    assert f"王{DRAWN}" in words(pdf.render(doc(DRAWN)))


@pytest.fixture
def document():
    item = Item(uuid4(), "王")
    made = SimpleNamespace(pk=uuid4(), area_path="140213")
    told = {"code": "test.x", "case": "test", "title": "协议", "needs": "x"}
    return Document(**told, items=lambda case, at: [item], tree=lambda item, at: doc(UNDRAWN)), item, made


def test_a_paper_with_such_a_character_is_made_by_who_was_told(document, db):
    kind, item, case = document
    said = {"document": kind, "case": case, "by": SYSTEM, "at": AT}
    with pytest.raises(Refused):
        actions.make_paper(item=item, must_print=True, **said)
    with pytest.raises(Refused):
        actions.ask_for_set(items=[item], must_print=True, **said)
    assert not Paper.objects.exists() and not PaperSet.objects.exists()
    assert actions.make_paper(item=item, **said) == Paper.objects.get()
    assert actions.ask_for_set(items=[item], **said) == PaperSet.objects.get()

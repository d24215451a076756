"""Every text that comes with the app: its blanks are declared, it survives the editing page, both writers set it."""

import pytest

from sanshe.core.papers import actions, queries, rules
from sanshe.core.papers.adapters import docx, pdf

CODES = queries.TEMPLATES.codes()


@pytest.mark.parametrize("code", CODES)
def test_a_text_has_only_blanks_with_a_meaning_in_places_that_fit(code):
    declared = queries.TEMPLATES[code]
    actions.insist_on_blanks(rules.to_json(declared["tree"]), declared["blanks"])
    assert all(str(meaning).strip() for meaning in declared["blanks"].values())


@pytest.mark.parametrize("code", CODES)
def test_a_text_is_shown_edited_and_set(code):
    doc = queries.TEMPLATES[code]["tree"]
    parts = {place: dict(rules.parts_of(block)) for place, block in enumerate(doc.blocks)}
    assert rules.edited(doc, parts) == doc
    shown = rules.with_meanings(doc, queries.TEMPLATES[code]["blanks"])
    assert rules.blanks_in(rules.to_json(shown)) == set()
    assert docx.render(shown).startswith(b"PK") and pdf.render(shown).startswith(b"%PDF")


def test_every_document_of_the_house_has_a_text_or_makes_its_own():
    assert [one.code for one in queries.DOCUMENTS if one.code not in queries.TEMPLATES and one.tree is None] == []
    assert {one.case for one in queries.DOCUMENTS} <= set(queries.CASES.codes())

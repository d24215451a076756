"""Rows by one pattern: every value escaped, each kind of row by its own inside, an address a row."""

from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.template import Context, Template
from hypothesis import given
from hypothesis import strategies as st


@dataclass
class Row:
    name: str
    mean: str = ""
    pk: UUID = field(default_factory=uuid4)
    inner: "Row | None" = None


def told(inside, rows, kind="", **facts):
    text = f"{{% load stencil %}}{{% stencil rows {kind} %}}{inside}{{% endstencil %}}"
    return Template(text).render(Context({"rows": rows, **facts}))


def test_each_row_fills_the_blanks_in_its_turn():
    rows = [Row("甲", inner=Row("乙")), Row("丙", inner=Row("丁"))]
    assert told('<b>{% blank "name" %}·{% blank "inner.name" %}</b>', rows) == "<b>甲·乙</b><b>丙·丁</b>"
    assert told("<b></b>", []) == ""


@given(st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"])))
def test_no_value_becomes_markup_and_none_is_read_as_a_blank(name):
    from django.utils.html import escape

    assert told("100% <i title=\"{% blank 'name' %}\">%s{{ said }}</i>", [Row(name)], said=name) == (
        f'100% <i title="{escape(name)}">%s{escape(name)}</i>'
    )


def test_rows_of_two_kinds_have_each_its_inside():
    inside = '{% if row.mean %}<a>{% blank "mean" %}</a>{% else %}—{% endif %}'
    assert told(inside, [Row("甲"), Row("乙", "85.20"), Row("丙")], 'kind="mean"') == "—<a>85.20</a>—"


def test_an_address_is_each_rows_own():
    one, two, batch = Row("甲"), Row("乙"), uuid4()
    found = told("{% blank_url 'incubation:screen' b=batch pk='pk' %} ", [one, two], batch=batch)
    assert found == f"/incubation/batches/{batch}/screening/{one.pk}/ /incubation/batches/{batch}/screening/{two.pk}/ "

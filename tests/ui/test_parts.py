"""The parts pages are made of: a field shows what was typed and why it was refused, a figure is a door."""

import pytest
from django.template import Context, engines
from django_cotton.compiler_regex import CottonCompiler

from sanshe.core.ui.types import Typed


def drawn(text, **facts):
    """A page's text with its parts, as the loader would make it."""
    template = engines["django"].engine.from_string(CottonCompiler().process(text))
    return template.render(Context({"csrf_token": "t", **facts}))


def field(more="", **facts):
    return drawn(f'<c-field name="why" label="原因" {more} />', **facts)


def test_a_field_has_its_label_and_stands_empty():
    page = field('maxlength="5" required')
    assert '<label for="why">原因</label>' in page and 'maxlength="5" required' in page
    assert "value=" not in page and "aria-" not in page and "s-said" not in page


@pytest.mark.parametrize("more", ["", 'kind="text"'])
def test_what_was_typed_comes_back_instead_of_what_was_given(more):
    typed = Typed({"why": '"><b>'})
    assert "&quot;&gt;&lt;b&gt;" in field(f'value="旧" {more}', typed=typed) and "旧" in field(f'value="旧" {more}')
    assert "旧" not in field(f'value="旧" {more}', typed=Typed({"why": ""}))


@pytest.mark.parametrize("more", ["", 'kind="text"', 'kind="choice"'])
def test_a_refusal_stands_beside_its_field_and_is_told_to_who_cannot_see_it(more):
    page = field(f'id="w" hint="一句话" {more}', typed=Typed({}, {"why": "太长了 <5"}))
    assert '<p class="s-said" id="w-about" data-s="bad" role="alert">太长了 &lt;5</p>' in page
    assert 'aria-describedby="w-hint w-about" aria-invalid="true"' in page and "is-invalid" in page
    assert "invalid" not in field(more, typed=Typed({}, {"other": "太长了"}))


def test_a_choice_marks_what_was_chosen_last():
    kinds = {"a": "甲", "b": "乙", 3: "丙"}
    given = 'kind="choice" :choices="kinds.items"'
    assert '<option value="b" selected>' in field(f'{given} value="b"', kinds=kinds)
    page = field(f'{given} value="b"', kinds=kinds, typed=Typed({"why": "3"}))
    assert '<option value="3" selected>' in page and page.count("selected") == 1


def test_a_form_is_answered_once_and_from_this_house():
    page = drawn('<c-form action="/a/" data-x="y">甲</c-form>')
    assert page.startswith('<form method="post" action="/a/" data-x="y">') and "_request_id" in page
    assert 'name="csrfmiddlewaretoken" value="t"' in page


def test_a_sheet_leaves_the_words_of_the_page_to_the_page():
    side = '<c-slot name="side">{{ title }}</c-slot>'
    page = drawn(
        f'<c-sheet title="{{{{ a }}}}" class="w6">{side}{{{{ name }}}}</c-sheet>', a="<甲", title="页", name="人"
    )
    assert '<section class="s-sheet w6" ><header><h2>&lt;甲</h2>页</header>人</section>' in page
    assert "<header>" not in drawn("<c-sheet>甲</c-sheet>")


def test_a_figure_is_a_door_unless_nothing_is_behind_it():
    assert '<a class="s-fig lg" href="/a/">5</a>' in drawn('<c-figure :n="n" url="/a/" name="甲" />', n=5)
    assert "href" not in drawn('<c-figure :n="n" url="/a/" name="甲" />', n=0)


def test_facts_that_are_missing_are_a_dash():
    assert "<dd>—</dd>" in drawn('<c-facts :pairs="pairs" />', pairs=[("甲", "")])

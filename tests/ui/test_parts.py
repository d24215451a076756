"""The parts pages are made of."""

import pytest
from django.template import Context, engines
from django_cotton.compiler_regex import CottonCompiler


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


@pytest.mark.parametrize("more", ["", 'kind="text"', 'kind="choice"'])
def test_a_field_names_its_hint_to_who_cannot_see_it(more):
    page = field(f'id="w" hint="一句话" {more}')
    assert '<p class="form-text" id="w-hint">一句话</p>' in page and 'aria-describedby="w-hint"' in page
    assert "aria-" not in field(more)


@pytest.mark.parametrize("more", ["", 'kind="text"'])
def test_what_is_given_stands_in_a_field(more):
    assert "&quot;&gt;&lt;b&gt;" in field(f'value="{{{{ given }}}}" {more}', given='"><b>')
    assert "None" not in field(f':value="given" {more}', given=None)


def test_a_choice_marks_what_is_chosen():
    page = field('kind="choice" :choices="kinds.items" :value="n"', kinds={"a": "甲", 3: "丙"}, n=3)
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

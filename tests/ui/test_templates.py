"""Templates are laid out for people; a browser gets them as if they stood in one line."""

import pytest
from django.template import TemplateSyntaxError
from django.template.loader import get_template
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.ui.rules import lost_blanks, squeezed
from tests.house.reading import SOURCE, templates


@pytest.mark.parametrize(
    ("laid_out", "one_line"),
    [
        (
            "<ul>\n  {% for a in b %}\n    <li>{{ a }}</li>\n  {% endfor %}\n</ul>\n",
            "<ul>{% for a in b %}<li>{{ a }}</li>{% endfor %}</ul>",
        ),
        (
            "{% if a %}\n  <a\n    href='b'\n  >甲</a>\n{% else %}\n  {% translate '乙' %}\n{% endif %}",
            "{% if a %}<a href='b'>甲</a>{% else %}{% translate '乙' %}{% endif %}",
        ),
        ("<td>\n  甲\n</td>", "<td>甲</td>"),
        ("{{ a }}\n  · {{ b }}", "{{ a }} · {{ b }}"),
        ("<b>甲</b>\n<i>乙</i>", "<b>甲</b> <i>乙</i>"),
        ("{% translate '甲' %} {{ n }} <b>乙</b>", "{% translate '甲' %} {{ n }} <b>乙</b>"),
        ("{% if a %}&#32;\n<b>甲</b>{% endif %}", "{% if a %}&#32; <b>甲</b>{% endif %}"),
        ("<p>甲　{% if a %}　{% endif %}</p>", "<p>甲　{% if a %}　{% endif %}</p>"),
        ('<c-note\n  s="due"\n>\n甲\n</c-note>', '<c-note s="due">甲</c-note>'),
        ('<a\n  class="btn"\n>甲</a>\n<button>\n乙\n</button>', '<a class="btn">甲</a><button>乙</button>'),
    ],
)
def test_a_line_break_is_nothing_where_the_formatter_may_put_one(laid_out, one_line):
    assert squeezed(laid_out) == one_line
    assert squeezed(one_line) == one_line


@pytest.mark.parametrize(
    ("laid_out", "one_line"),
    [
        (
            '<a\n b="{% if c %}d{% endif %}"\n {% if e %}f{% else %}g{% endif %}\n>',
            '<a b="{% if c %}d{% endif %}"{% if e %} f{% else %} g{% endif %}>',
        ),
        ("<option {% if a %}selected{% endif %} {{ b }}>", "<option{% if a %} selected{% endif %} {{ b }}>"),
    ],
)
def test_an_attribute_brings_its_own_blank(laid_out, one_line):
    assert squeezed(laid_out) == one_line


@pytest.mark.parametrize(
    "kept",
    [
        "<textarea>\n 甲\n\n乙</textarea>",
        "<pre>\n{{ a }}\n  {% if b %}\n</pre>",
        '<script type="application/json">{\n "a": 1\n}</script>',
        "{% blocktranslate %}甲\n<br>\n{{ a }}{% endblocktranslate %}",
    ],
)
def test_what_a_browser_or_a_translator_reads_blank_by_blank_is_kept(kept):
    assert squeezed(kept) == kept


@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<b>", "{% if a %}", "{% endif %}", "{{ a }}", "甲", " ", "\n", "<i\n x>"])
    )
)
def test_squeezing_loses_no_tag_and_no_word_and_a_second_time_changes_nothing(pieces):
    text = "".join(pieces)
    once = squeezed(text)
    assert "".join(once.split()) == "".join(text.split()) and squeezed(once) == once


def test_blanks_that_would_go_with_a_line_break_are_seen():
    assert lost_blanks("{% if a %} <b>甲</b>{% endif %}") == ["{% if a %} <b>"]
    assert lost_blanks("{% translate 'a' %} {% translate 'b' %} <button>") == [
        "{% translate 'a' %} {% translate 'b' %}",
        "{% translate 'b' %} <button>",
    ]
    assert lost_blanks("甲 {{ a }} <b>乙</b> {% if a %}\n<td> {% endif %} {% if b %} 丙") == ["</b> {% if a %}"]


def test_templates_of_this_house_are_squeezed_and_others_are_not():
    assert "\n " not in get_template("ui/desk.html").template.source
    assert "\n" in get_template("django/forms/div.html").template.source


def uncompiled(names):
    """Templates with a fault; a part fails only where a page asks for it, so each is read here."""
    for name in names:
        try:
            get_template(name)
        except TemplateSyntaxError as fault:
            yield f"{name}: {fault}"


def test_every_template_compiles(settings, tmp_path):
    assert list(uncompiled(str(path).split("/templates/")[1] for path in templates(SOURCE))) == []
    (tmp_path / "wrong.html").write_text("{{ rows|get:key }}")
    planted = [{**settings.TEMPLATES[0], "DIRS": [tmp_path]}]
    settings.TEMPLATES = planted
    assert list(uncompiled(["wrong.html"])) == ["wrong.html: Invalid filter: 'get'"]

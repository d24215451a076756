"""A form that was refused, in its page drawn anew."""

import pytest

from sanshe.core.ui import rules
from sanshe.core.ui.enums import R
from sanshe.core.ui.rules.drawn import Element
from sanshe.core.ui.rules.limits import broken
from sanshe.core.ui.types import Sent, Wrong

FORM = '<form method="post" action="/a/">{}</form>'


def sent(path="/a/", files=None, secret=(), **values):
    return Sent(path, {name: (value,) if isinstance(value, str) else value for name, value in values.items()},
                files or {}, frozenset(secret))  # fmt: skip


def came_back(text, form, *wrong, hidden=None, is_newer=False, here="/page/"):
    """The page again, and what stands beside its fields and at its head."""
    page = rules.read(text)
    found = rules.form_sent(page, form, here)
    beside, whole = rules.set_beside(found, wrong)
    rules.put_back(found, form, hidden or {}, is_newer)
    return page.written(), beside, whole


def test_a_page_that_nothing_changes_in_comes_out_to_the_byte():
    text = (
        "<!doctype html>\n<P CLASS=a>甲&amp;<br/>乙<svg viewBox='0 0'><path d=\"m\"/></svg><textarea>\n<b></textarea>"
    )
    assert rules.read(text).written() == text


@pytest.mark.parametrize(
    ("control", "value", "shown"),
    [
        ('<input name="x" value="旧">', '"><b>', '<input name="x" value="&quot;&gt;&lt;b&gt;">'),
        ('<input name="x">', "", '<input name="x" value="">'),
        ('<textarea name="x">旧</textarea>', "\n</textarea>", '<textarea name="x">\n\n&lt;/textarea&gt;</textarea>'),
        ('<input type="checkbox" name="x" checked>', (), '<input type="checkbox" name="x">'),
        ('<input type="checkbox" name="x">', "on", '<input type="checkbox" name="x" checked>'),
        ('<input type="radio" name="x" value="b">', "b", '<input type="radio" name="x" value="b" checked>'),
        ('<input type="radio" name="x" value="a" checked>', "b", '<input type="radio" name="x" value="a">'),
        ('<input type="password" name="x">', "geheim", '<input type="password" name="x">'),
        ('<input type="file" name="x">', "a.pdf", '<input type="file" name="x">'),
        ('<input name="x" value="旧" disabled>', "新", '<input name="x" value="旧" disabled>'),
    ],
)
def test_what_was_typed_stands_in_its_field_again(control, value, shown):
    assert came_back(FORM.format(control), sent(x=value))[0] == FORM.format(shown)


def test_a_choice_is_the_one_that_was_made():
    text = FORM.format(
        '<select name="x"><option value="" selected>—<option>甲</option><option value="b">乙</option></select>'
    )
    assert '<option value="">—' in came_back(text, sent(x="b"))[0]
    assert '<option value="b" selected>乙' in came_back(text, sent(x="b"))[0]
    assert "<option selected>甲" in came_back(text, sent(x="甲"))[0]


def test_fields_of_one_name_get_their_own_each():
    page = came_back(FORM.format('<input name="x"><input name="x">'), sent(x=("一", "二")))[0]
    assert page == FORM.format('<input name="x" value="一"><input name="x" value="二">')


def test_a_secret_never_comes_back():
    text = FORM.format('<input name="code"><input name="x">')
    assert came_back(text, sent(code="123456", x="a", secret=("code",)))[0] == FORM.format(
        '<input name="code"><input name="x" value="a">'
    )


def test_only_the_form_that_was_sent_is_filled():
    row = '<form method="post" action="/a/"><input type="hidden" name="no" value="{}"><input name="x"></form>'
    text = row.format(1) + row.format(2) + '<form method="post" action="/b/"><input name="x"></form>'
    page = came_back(text, sent(no="2", x="甲"))[0]
    assert page.count("甲") == 1 and page.index('value="2"') < page.index("甲") < page.index("/b/")
    assert rules.form_sent(rules.read(text), sent(no="3", x="甲"), "/page/") is None  # the row is gone
    assert rules.form_sent(rules.read(text), sent("/c/", x="甲"), "/page/") is None


def test_of_two_forms_to_one_address_it_is_the_one_whose_button_was_pressed():
    one = '<form method="post" id="{0}" action="/a/"><input name="x"><button name="act" value="{0}"></button></form>'
    text = one.format("yes") + one.format("no")
    assert rules.form_sent(rules.read(text), sent(x="", act="yes"), "/page/").element.get("id") == "yes"
    assert rules.form_sent(rules.read(text), sent(x="", act="no"), "/page/").element.get("id") == "no"


def test_a_form_without_an_address_is_sent_to_its_page_and_a_button_may_send_it_elsewhere():
    text = '<form method="post"><input name="x"><button formaction="/b/"></button></form>'
    assert rules.form_sent(rules.read(text), sent("/page/", x=""), "/page/")
    assert rules.form_sent(rules.read(text), sent("/b/", x=""), "/page/")
    assert rules.form_sent(rules.read(text), sent("/c/", x=""), "/page/") is None


def test_a_field_outside_its_form_belongs_to_it_by_name():
    text = '<form method="post" action="/a/" id="f"></form><input name="x" form="f"><input name="x">'
    assert came_back(text, sent(x="甲"))[0].count("甲") == 1


def test_hidden_fields_keep_what_was_sent_but_a_version_that_was_told_of():
    text = FORM.format('<input type="hidden" name="version" value="2"><input type="hidden" name="of" value="9">')
    form = sent(version="1", of="9")
    assert 'name="version" value="1"' in came_back(text, form)[0]
    assert 'name="version" value="2"' in came_back(text, form, is_newer=True)[0]


ROW = '<form method="post" action="/a/"><input type="hidden" name="no" value="{0}"><input name="x"></form>'
FIELD = '<label for="f{0}">甲</label><input id="f{0}" name="x{0}" required><select name="s{0}"><option>1</select>'


@pytest.mark.parametrize(
    "page", [lambda n: "".join(map(ROW.format, range(n))), lambda n: FORM.format("".join(map(FIELD.format, range(n))))]
)
def test_the_work_grows_with_the_page_and_not_with_its_square(page, monkeypatch):
    """Counted as how often an element is asked for anything; a sentence stands beside each field."""
    asked = []
    get = Element.get
    monkeypatch.setattr(Element, "get", lambda one, name: asked.append(name) or get(one, name))

    def work(n):
        asked.clear()
        form = sent(no="1", x="甲", **{f"s{one}": "1" for one in range(n)})
        rules.beyond_limits(rules.form_sent(rules.read(page(n)), form, "/page/"), form)
        came_back(page(n), form, *(Wrong("写。", (f"x{one}",)) for one in range(n)))
        return len(asked)

    assert work(80) < 2.1 * work(40)


def test_who_must_wait_gets_the_same_id_again():
    text = FORM.format('<input type="hidden" name="_request_id" value="new"><input name="x">')
    page = came_back(text, sent(x="a"), hidden={"_request_id": "old", "_received": "时"})[0]
    assert 'name="_request_id" value="old"' in page and 'name="_received" value="时"' in page and "new" not in page


def test_a_sentence_stands_beside_its_field_and_names_it():
    text = FORM.format(
        '<label for="w">原因<small>可不填</small></label><input id="w" name="why" aria-describedby="w-hint">'
    )
    page, beside, whole = came_back(text, sent(why=""), Wrong("写一句 <5。", ("reason", "why")))
    assert '<span class="s-said" id="w-said" data-s="bad">写一句 &lt;5。</span></form>' in page
    assert 'aria-describedby="w-hint w-said"' in page and 'aria-invalid="true"' in page and "is-invalid" in page
    assert [(one.place, one.label, one.sentence) for one in beside] == [("w", "原因", "写一句 <5。")] and whole == []


def test_several_sentences_stand_in_the_order_of_the_fields():
    text = FORM.format('<input name="a" aria-label="甲"><label>乙<input name="b"></label>')
    wrong = (Wrong("二", ("b",)), Wrong("一", ("a",)), Wrong("又", ("a",)), Wrong("全", ("c",)), Wrong("都"))
    page, beside, whole = came_back(text, sent(a="", b=""), *wrong)
    assert [(one.label, one.sentence) for one in beside] == [("甲", "一 又"), ("乙", "二")]
    assert whole == ["全", "都"] and "</label><span" in page


def test_the_sentence_of_ticks_stands_behind_the_last_of_them():
    ticks = "".join(f'<label><input type="radio" name="v" value="{one}">{one}</label>' for one in "ab")
    page, beside, _ = came_back(
        FORM.format(f"<fieldset><legend>怎么办</legend>{ticks}</fieldset>"), sent(), Wrong("选", ("v",))
    )
    assert page.endswith('b</label><span class="s-said" id="f-v-said" data-s="bad">选</span></fieldset></form>')
    assert beside[0].label == "怎么办" and page.count("aria-invalid") == 2


def test_what_is_folded_around_the_form_stands_open():
    page = rules.read(f"<details>{FORM.format('')}</details><details><p></details>")
    rules.open_up(page, rules.form_sent(page, sent(), "/page/").element)
    assert page.written().count("<details open>") == 1


def test_addresses_of_the_page_hold_under_another_one():
    text = '<a href="?after=2"></a><a href="#x"></a><form method="post"></form><form action=""></form><input autofocus>'
    page = rules.read(text)
    rules.stand_at(page, "/page/?b=1")
    assert page.written() == (
        '<a href="/page/?after=2"></a><a href="#x"></a><form method="post" action="/page/?b=1"></form>'
        '<form action="/page/"></form><input>'
    )


def test_what_a_field_says_it_takes_is_asked_of_what_was_typed():
    text = FORM.format(
        '<input name="a" required><input type="number" name="n" max="3"><select name="s"><option>甲</select>'
        '<input type="file" name="f" required><input name="gone" disabled required><input name="free">'
    )
    page = rules.read(text)
    form = sent(a=" ", n="4", s="丙", free="")
    found = {name: code for name, (code, _facts) in rules.beyond_limits(rules.form_sent(page, form, "/"), form).items()}
    assert found == {"a": R.EMPTY, "n": R.TOO_LARGE, "s": R.NOT_OFFERED, "f": R.EMPTY}
    whole = sent(a="x", n="3", s="甲", files={"f": ("a.pdf",)})
    assert rules.beyond_limits(rules.form_sent(page, whole, "/"), whole) == {}


def test_beside_what_was_typed_stands_what_is_there_now():
    texts = '<input name="a" value="新"><textarea name="b">\n同\n样&lt;</textarea><input name="c">'
    text = FORM.format(f'{texts}<select name="d"><option value="1" selected>一<option value="2">二</select>')
    form = sent(a="旧", b="同\r\n样<", c="写了", d="2")
    assert rules.changed_meanwhile(rules.form_sent(rules.read(text), form, "/"), form) == {"a": "新", "d": "一"}


@pytest.mark.parametrize(
    ("kind", "attrs", "value", "code"),
    [
        ("text", {}, "", None),
        ("text", {"required": None}, "　", R.EMPTY),
        ("text", {"maxlength": "3"}, "一二三", None),
        ("text", {"maxlength": "3"}, "一二三四", R.TOO_LONG),
        ("textarea", {"maxlength": "3"}, "一\r\n二", None),
        ("number", {"min": "0", "max": "5"}, "5", None),
        ("number", {"min": "0"}, "-1", R.TOO_SMALL),
        ("number", {}, "三", R.NO_NUMBER),
        ("number", {}, "NaN", R.NO_NUMBER),
        ("number", {}, "1.5", None),
        ("date", {}, "2022-02-28", None),
        ("date", {}, "2022-02-30", R.NO_DAY),
        ("datetime-local", {}, "2022-02-28T09:30", None),
    ],
)
def test_each_limit(kind, attrs, value, code):
    found = broken(kind, attrs, value)
    assert (found and found[0]) == code


def test_only_a_field_that_a_refusal_names_itself_may_stand_in_another_form_of_the_page():
    text = FORM.format("<button></button>") + '<form method="post" action="/b/"><input id="w" name="why"></form>'
    assert came_back(text, sent(), Wrong("一句", ("why",)))[2] == ["一句"]
    assert came_back(text, sent(), Wrong("一句", ("why",), is_anywhere=True))[1][0].place == "w"

"""Every form that anybody is shown, sent with nothing and with rubbish by who was shown it: nothing typed is lost, and
what is wrong stands beside its field or at the head of its form."""

import re
from html import unescape
from typing import Any

import pytest
from django.forms import BaseForm
from django.http import HttpResponse

from sanshe.core.rows.enums import R as Drawn
from sanshe.core.ui import rules
from sanshe.core.ui.queries import say
from sanshe.core.ui.rules.refill import TICKED, form_sent, kind_of
from sanshe.core.ui.types import Sent
from tests.crawl import forms_of, forms_on
from tests.house.reading import SOURCE
from tests.matrix import undone
from tests.prove import sized

pytestmark = pytest.mark.django_db
MOMENTS = sized(("0113a", "0126b", "0817a"), ("0126b",))
SEEN: set[Any] = set()  # kinds of forms: what one moment showed the next need not
NAMES_NOTHING = str(say(Drawn.NOT_DRAWN, {}))
RUBBISH = '乱写 <b>"9999999999'
# Forms that need not come back in their page, and why.
OWN_WAY = {
    "papers:template": "the page is made from what was sent, not from rows, and shows it whole",
    "incubation:pad": "two devices: both sheets stand on its page",
    "account_logout": "the library's; nothing is typed into it",
    "mfa_reauthenticate": "the library draws its own form again",
    "account_reauthenticate": "the library draws its own form again",
}


@pytest.fixture(scope="module", params=MOMENTS)
def moment(request, district):
    with district.at(request.param):
        yield request.param


@pytest.fixture
def browsers(moment, client_of, it_is):
    from sanshe.core.accounts.queries import user, user_by_login
    from sanshe.demo.queries import moment_of, people
    from sanshe.incubation.models import Application

    it_is(moment_of(moment).at)
    owners = Application.objects.exclude(owner=None).values_list("owner", flat=True).distinct()[:3]
    found = [user_by_login(person.key) for person in people()] + [user(key) for key in owners]
    return [client_of(one) for one in dict.fromkeys([*filter(None, found), None])]


def wrong_with(shown, sent, answer):
    """What is wrong with the answer to a form that was refused; empty when nothing is."""
    if answer.status_code < 400:
        return "taken though something must be written" if shown.asks and not any(_typed(shown, sent)) else ""
    if answer.status_code not in (409, 422, 429):
        return f"answered {answer.status_code}"
    page = rules.read(answer.content.decode())
    if NAMES_NOTHING in page.text:
        return "names no row that its page showed"
    if 'id="refused"' not in page.text:
        return f"{answer.status_code}, and the refusal stands alone"
    form = form_sent(
        page, Sent(shown.action.partition("?")[0], {name: (one,) for name, one in sent.items()}), shown.page
    )
    if form is None:
        return "" if all(one in page.text for one in _typed(shown, sent)) else "the form is gone with what was typed"
    lost = [name for name, text in _values(shown, sent).items() if not _stands(form, name, text)]
    return f"lost {lost}" if lost else ""


def _values(shown, sent):
    texts = [one for one in shown.form.typed if kind_of(one) not in (*TICKED, "file", "select")]
    return {one.get("name"): sent[one.get("name")] for one in texts if one.get("name") != "code"}


def _typed(shown, sent):
    return [text for text in _values(shown, sent).values() if text]


def _stands(form, name, text):
    found = [one for one in form.typed if one.get("name") == name]
    return not found or any(_value(form, one) == text for one in found)


def _value(form, one):
    if one.tag == "textarea":
        return unescape(form.page.text[one.inside : one.end]).removeprefix("\n")
    return one.get("value")


def test_no_form_loses_what_was_typed(browsers):
    wrong, n = [], 0
    for browser in browsers:
        browser.raise_request_exception = False
        for shown in forms_of(browser, SEEN):
            if shown.name in OWN_WAY or not shown.form.typed:
                continue
            n += 1
            for typed in ("", RUBBISH):
                sent = shown.sent(typed)
                with undone(browser):
                    said = wrong_with(shown, sent, browser.post(shown.action, sent))
                if said:
                    wrong.append((shown.name, "nothing" if not typed else "rubbish", said, shown.page))
    assert wrong == []
    assert n >= 3


def test_a_form_that_lost_something_would_be_found():
    """Planted: a refusal that stands alone, a form without what was typed, an answer that is none."""
    page = "/ledgers/import/"
    text = '<form method="post" action="/a/"><input name="x" required></form>'
    shown = next(iter(_planted(text, page)))
    sent = {"x": RUBBISH, "_page": page}
    assert "stands alone" in wrong_with(shown, sent, _answer(409, "<p>没有办成</p>"))
    assert wrong_with(shown, sent, _answer(422, f'<p id="refused"></p>{text}')) == "lost ['x']"
    assert "gone" in wrong_with(shown, sent, _answer(409, '<p id="refused"></p>'))
    assert wrong_with(shown, sent, _answer(404, "")) == "answered 404"
    assert "must be written" in wrong_with(shown, {"x": ""}, _answer(302, ""))
    filled = re.sub("required", 'value="乱写 &lt;b&gt;&quot;9999999999"', text)
    assert wrong_with(shown, sent, _answer(422, f'<p id="refused"></p>{filled}')) == ""


def _planted(text, page):
    return forms_on(rules.read(text), page)


def _answer(status, text):
    return HttpResponse(text, status=status)


def test_every_field_that_a_sentence_stands_beside_is_a_field_somewhere():
    """A misspelt name in an app's `BESIDE` would put its sentence at the head of every form."""
    from sanshe.core.ui.queries import BESIDE

    names = {name for names in BESIDE.values() for name in ((names,) if isinstance(names, str) else names)}
    assert sorted(names - fields_of_the_house()) == ["points_1"]  # made by its form, a row a criterion
    assert {"reasno"} - fields_of_the_house() == {"reasno"}


def fields_of_the_house():
    """The names of all fields, of templates and of Django's forms."""
    written = {
        name
        for path in SOURCE.rglob("templates/**/*.html")
        for name in re.findall(r'\bname="([a-z_0-9]+)"', path.read_text())
    }
    kinds = [BaseForm]
    for kind in kinds:
        kinds += kind.__subclasses__()
    return written | {name for kind in kinds for name in getattr(kind, "base_fields", {})}

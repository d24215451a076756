"""The authorisation matrix: every address × method × role, and every registered row × area."""

from collections import Counter

import pytest
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import TOTP
from django.template.base import Template
from django.utils.safestring import SafeString

from sanshe.core.accounts.queries import actor_for
from sanshe.core.kit import clock, ids
from sanshe.core.kit.roles import ROLES
from sanshe.core.ui import views
from tests.matrix import OPEN, answered, expected, faces, holders, marked, needs_of_list, undone
from tests.matrix_rows import LISTS, ROWS, organisation
from tests.prove import sized

pytestmark = pytest.mark.django_db
PEOPLE = ("visitor", "resident", *ROLES.codes())
OWN, PARENT, SIBLING, CHILD = "140213003", "140213", "140213004", "140213003001"
# a seat on that panel opens it, no area: demo/test_tabulated.py, demo/test_leaving.py
BY_SEAT = {("incubation:tabulation", "panelist"), ("incubation:leaving", "panelist")}
CANARY = "金丝雀七七四十九"


@pytest.fixture
def browser_of(user_as, client_of):
    def make(who, path=PARENT):
        organisation = ids.new() if who in ROLES and not ROLES[who].is_office else None
        user = None if who == "visitor" else user_as(None if who == "resident" else who, path, organisation)
        if user and user.is_staff:
            user.set_password("for asking again")
            user.save()
            TOTP.activate(user, "JBSWY3DPEHPK3PXP")
            RecoveryCodes.activate(user)
        browser = client_of(user)
        browser.actor = actor_for(user, clock.now())
        browser.raise_request_exception = False
        return browser

    return make


def test_every_address_says_who_may_open_it():
    assert [f.route for f in faces() for method in f.methods() if not f.needs(method)] == []


def test_every_name_is_of_one_address():
    """Two patterns of one name would hide one of them from the matrix; library patterns without names aside."""
    named = Counter(f.name for f in faces() if ":" in f.name)
    assert {name: n for name, n in named.items() if n > 1} == {}


def test_every_code_an_address_asks_for_is_held_by_some_role():
    asked = {code for f in faces() for method in f.methods() for code in f.needs(method)} - OPEN
    assert sorted(code for code in asked if not holders((code,))) == []


@pytest.fixture
def unrendered(monkeypatch):
    """Pages without their words: where only the answer's code counts."""
    monkeypatch.setattr(Template, "render", lambda self, context: SafeString(""))
    monkeypatch.setattr(views, "refused_sample", lambda html, here: html)  # its one form is words


@pytest.mark.parametrize("who", PEOPLE)
def test_each_address_answers_each_role_as_it_says(who, browser_of, unrendered):
    browser = browser_of(who)
    codes = frozenset().union(*(g.codes for g in browser.actor.grants))
    wrong = []
    for face in faces():
        for method in face.asks():
            with undone(browser):
                found = answered(browser.generic(method, face.path(), headers={"Accept": "text/html"}, **face.body()))
            due = expected(face.needs(method), who, codes)
            may_be_missing = face.blanks or face.name.startswith("demo:")  # a row of nothing; and this is no demo
            if found != due and not (due == "open" and found == "missing" and may_be_missing):
                wrong.append((method, face.route, f"{found}, not {due}"))
    assert wrong == []


def scoped():
    """In the suite one role for each kind of row, each time another; all roles in `run.py prove matrix`."""
    for turn, name in enumerate(ROWS):
        face = next(f for f in faces() if f.name == name)
        found = holders(face.needs(face.methods()[0]))
        found = [role for role in found if ROLES[role].is_office and (name, role) not in BY_SEAT]
        for role in sized(found, [found[turn % len(found)]] if found else []):
            yield pytest.param(face, role, id=f"{name}-{role}")


@pytest.mark.parametrize(("face", "role"), list(scoped()))
def test_a_row_is_there_for_its_area_and_above_and_missing_for_all_others(face, role, browser_of):
    kwargs, shown = ROWS[face.name](OWN), organisation(OWN).mark
    found, bodies = {}, set()
    for path in (OWN, PARENT, SIBLING, CHILD):
        browser = browser_of(role, path)
        for method in face.methods():
            sent = face.body() or marked(method, shown)
            with undone(browser):
                answer = browser.generic(method, face.path(**kwargs), **sent)
                nothing = browser.generic(method, face.path(), **sent)
            if nothing.status_code == 405:  # the page has no such method, whatever the row
                continue
            found[path, method] = answered(answer)
            if path in (SIBLING, CHILD):
                bodies.add((answer.status_code, answer.content) == (nothing.status_code, nothing.content))
    due = {key: "open" if key[0] in (OWN, PARENT) else "missing" for key in found}
    assert (found, bodies) == (due, {True})


def lists():
    for path in LISTS:
        for role in holders(needs_of_list(path)):
            if ROLES[role].is_office:
                yield pytest.param(path, role, id=f"{path}-{role}")


@pytest.mark.parametrize(("path", "role"), list(lists()))
def test_what_stands_in_another_area_never_shows(path, role, browser_of):
    LISTS[path](OWN, CANARY)
    shows = {
        area: CANARY in browser_of(role, area).get(path).content.decode() for area in (OWN, PARENT, SIBLING, CHILD)
    }
    assert shows == {OWN: True, PARENT: True, SIBLING: False, CHILD: False}

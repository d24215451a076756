"""Whoever decides from a page says which: every write to a row names the rows its page showed, or says here why not.

Over the resolver: without a mark, with an old one and with a forged one every such address refuses before it looks at
anything. Over the templates: each form that is sent to one carries its mark.
"""

import re
from urllib.parse import urlencode
from uuid import uuid4

import pytest
from django.test import Client

from sanshe.core.kit.access import Open
from sanshe.core.rows.rules import names_its_page
from tests.fixtures import FORM as AS_A_FORM
from tests.house.reading import SOURCE, at, differences, pythons, room_of, templates
from tests.house.test_offered import module_of
from tests.matrix import faces, holders
from tests.matrix_rows import _batch

pytestmark = pytest.mark.django_db
DISTRICT = "140213"
ADDS = "it adds a fact of its own; nothing that stands on the page decides it"
FIELD = "each field names the version it was typed over"
OWN = "its form names the version itself and shows both texts beside each other"
ONCE = "the row has one step, which is taken once; who comes second is told so"
SHOWS = "it changes nothing but the record of who looked"
MAKES = "a paper is made of what is so at that moment"
MINE = "one's own, and nobody else's; the state it needs is asked again"
FROM_ANY_PAGE = {
    "accounts:end": ONCE,
    "accounts:give_link": ONCE,
    "accounts:handover": ONCE,
    "accounts:sign_out": "whichever devices are signed in by now",
    "activities:ask": ADDS,
    "activities:enter": ADDS,
    "incubation:apply": "it begins, or goes on with what was begun",
    "incubation:desk_release": ONCE,
    "incubation:device": OWN,
    "incubation:enter": ONCE,
    "incubation:field_visit": ADDS,
    "incubation:follow": ONCE,
    "incubation:link_propose": ADDS,
    "incubation:mark": MINE,
    "creation:new_tip": ADDS,
    "creation:object": ADDS,
    "incubation:members": ADDS,
    "incubation:object": ADDS,
    "incubation:pack": SHOWS,
    "incubation:pad": OWN,
    "incubation:plan_save": FIELD,
    "incubation:receipt_give": ADDS,
    "incubation:receipts": ADDS,
    "incubation:report_save": FIELD,
    "incubation:reveal": SHOWS,
    "incubation:save": FIELD,
    "incubation:save_report": FIELD,
    "fair:slip": "a slip is torn off once: who comes second is told so",
    "incubation:strike": ONCE,
    "incubation:supervise": ADDS,
    "incubation:training_plan": ADDS,
    "incubation:witness": ONCE,
    "notices:message": MINE,
    "objections:reveal": SHOWS,
    "patrol:add_stop": ADDS,
    "patrol:correct": ADDS,
    "patrol:visit": ADDS,
    "papers:make_paper": MAKES,
    "papers:make_set": MAKES,
    "papers:stop_set": ONCE,
    "parties:correct": OWN,
    "parties:edit": OWN,
    "parties:office": OWN,
    "parties:reveal": SHOWS,
    "appeals:person": SHOWS,
    "parties:show_person": SHOWS,
    "consents:answer": "it names each medium and sends a code, or is a no",
    "consents:board": ADDS,
    "consents:code": "the code is for the text that was read, and for no other",
    "pledges:code": "the code is for the text that was read, and for no other",
    "pledges:details": "it sends a code and names the text that was read",
    "pledges:drivers": "it adds a count of a day; the latest day counts",
    "rows:take_back": MINE,
}


def asked():
    """Every page of ours with a row in its address; programs name versions in what they send."""
    for face in faces():
        if any(kind == "uuid" for _name, kind in face.blanks) and not face.route.startswith("api/"):
            yield face


def is_free(face):
    return not names_its_page(face.view, [uuid4()])


@pytest.fixture
def sent(client_of, user_as):
    """The code of the refusal that somebody who may gets for a form with this mark; 'no such act' for a mere page."""
    people = {}

    def send(face, drawn, method="POST"):
        needs = face.needs("POST")
        role = next(iter(holders(needs)), "district_admin")
        if role not in people:
            organisation = uuid4() if role == "organisation_rep" else None
            people[role] = client_of(user_as(role, DISTRICT, organisation)), Client()
            people[role][1].cookies = people[role][0].cookies
        headers = {"X-Request-Id": str(uuid4()), "Accept": "application/json"}
        form = urlencode({"drawn": drawn})
        answer = people[role][1].generic(method, face.path(), form, content_type=AS_A_FORM, headers=headers)
        if answer.status_code == 405:
            return "no such act"
        return answer.json().get("code") if "json" in answer["Content-Type"] else answer.status_code

    return send


def test_what_comes_from_any_page_says_why():
    free = {face.name for face in asked() if is_free(face)}
    changed = differences(FROM_ANY_PAGE, free)
    assert not changed, "say here why (+), or strike it out (-):\n" + "\n".join(changed)


def refusals(faces, send):
    """(face, what it said) of every address that takes a form without a true mark."""
    row = _batch(DISTRICT)
    old = row.mark
    type(row).objects.filter(pk=row.pk).update(version=row.version + 1)
    forged = re.sub(r".$", lambda last: "0" if last[0] != "0" else "1", old)
    row.refresh_from_db()
    for face in faces:
        if send(face, row.mark) == "no such act":
            continue
        for drawn, codes in ((" ", NONE), (forged, NONE), (old, NEWER)):
            said = send(face, drawn)
            if said not in codes:
                yield face.name, said


NONE, NEWER = {"rows.not_drawn"}, {"rows.stale", "rows.moved_on"}


def test_no_address_acts_for_a_page_that_is_no_longer_true(sent):
    assert list(refusals([face for face in asked() if not is_free(face)], sent)) == []


def written_to(faces, send):
    """(face, method) of every address that answers to a method of writing beside a post, of which no mark is asked."""
    for face in faces:
        for method in ("PUT", "PATCH", "DELETE"):
            if send(face, "", method) != "no such act":
                yield face.name, method


def test_no_page_is_written_to_but_by_a_post(sent):
    """With a row in its address or without: of another method no mark is asked. What is closed is missing to all."""
    pages = [face for face in faces() if not face.route.startswith("api/") and set(face.needs("PUT")) - {Open.CLOSED}]
    assert {"accounts:appoint", "login", "accounts:phone", "usersessions_list"} <= {face.name for face in pages}
    assert list(written_to(pages, sent)) == []


def test_a_page_that_takes_another_method_is_seen():
    one = next(face for face in asked() if face.name == "incubation:lock")
    takes = written_to([one], lambda _face, _drawn, method: "no such act" if method == "PUT" else 409)
    assert list(takes) == [("incubation:lock", "PATCH"), ("incubation:lock", "DELETE")]


def test_an_address_that_asks_nothing_is_seen(sent, monkeypatch):
    one = next(face for face in asked() if face.name == "incubation:lock")
    assert list(refusals([one], sent)) == []
    monkeypatch.setattr(one.view, "from_any_page", True, raising=False)
    assert {name for name, _said in refusals([one], sent)} == {"incubation:lock"}


# --- templates ---------------------------------------------------------------------------------------------------
FORM = re.compile(r"<(?:c-form|c-dialog|form)\b(?:[^>\"']|\"[^\"]*\"|'[^']*'|\{%[^%]*%\})*>")
URL = re.compile(r"""\{% url ["']([\w:]+)["']([^%]*?)(?: as (\w+))? %\}""")


def sends(text, around=""):
    """(name of the address, opening tag, what follows it) of every form of a template that is sent to a named one."""
    for found in FORM.finditer(text):
        before = around + text[: found.start()]  # of two addresses under one name the last one told holds
        known = {place: name for name, _blanks, place in URL.findall(before) if place}
        tag = found[0]
        to = re.search(r"""(?:action|url)=(?:"((?:[^"{]|\{[^}]*\})*)"|'([^']*)')""", tag)
        if tag.startswith("<form") and 'method="post"' not in tag or not to:
            continue
        name = URL.search(to[0]) or re.search(r"\{\{ (\w+) \}\}", to[0])
        address = (name[1] if name.re is URL else known.get(name[1], "")) if name else ""
        yield address, tag, text[found.end() : found.end() + 120]


def without_a_mark(source):
    """Every form that is sent to an address which asks for a mark, and carries none."""
    by_name = {face.name: face for face in asked()}
    texts = {path: path.read_text() for path in templates(source)}
    for path, text in texts.items():
        around = "".join(other for near, other in texts.items() if near.parent == path.parent)
        for name, tag, rest in sends(text, around):
            face = by_name.get(name)
            if face and not is_free(face) and "drawn=" not in tag and 'name="drawn"' not in rest:
                yield at(path, 1, source, name)


def to_itself(source, free):
    """Every form that is sent to its own page and carries no mark, where the page is drawn by a file with a face that
    asks for one."""
    asking = {face.view.__module__ for face in asked() if face.name not in free and not is_free(face)}
    files = {path: module_of(path, source) for path in pythons(source) if room_of(path, source) == "views"}
    drawn = {name for path, module in files.items() if module in asking for name in TEMPLATE.findall(path.read_text())}
    for path in templates(source):
        name = str(path).partition("/templates/")[2]
        if name in drawn:
            tags = FORM.finditer(path.read_text())
            bare = [one[0] for one in tags if one[0].startswith("<c-form") and "action=" not in one[0]]
            yield from (at(path, 1, source, name) for tag in bare if "drawn=" not in tag)


TEMPLATE = re.compile(r'"(\w+/[\w/]+\.html)"')
OF_ANOTHER_FACE = {  # a page whose own form goes to a face that asks for no mark, beside one that does
    "activities/door.html": ADDS,
    "accounts/appoint.html": "a new term has no row yet",
    "appeals/by_code.html": "it finds a row",
    "appeals/hand_in.html": "a new appeal has no row yet",
    "appeals/new.html": "a new appeal has no row yet",
    "consents/board.html": ADDS,
    "imports/upload.html": "a new import has no row yet",
    "incubation/panel/members.html": ADDS,
    "objections/object.html": ADDS,
    "stories/propose.html": "a new lead has no row yet",
    "parties/form.html": OWN,
    "parties/person_form.html": OWN,
}


def test_every_form_carries_its_mark():
    assert list(without_a_mark(SOURCE)) == []
    assert [one for one in to_itself(SOURCE, ()) if one.rpartition(" ")[2] not in OF_ANOTHER_FACE] == []


RAW = re.compile(r'(?:drawn=|name="drawn" value=)"(?!(?:\{\{ [\w.]+\.mark \}\} ?)+"|\{\{ drawn \}\}"|")')


def test_what_a_form_carries_are_marks():
    """A bare version names no row."""
    found = [at(path, 1, SOURCE, one[0]) for path in templates(SOURCE) for one in RAW.finditer(path.read_text())]
    assert found == []
    assert RAW.search('drawn="{{ seat.version }}"') and not RAW.search('drawn="{{ a.mark }} {{ b.mark }}"')


def test_a_form_without_its_mark_is_seen(tmp_path):
    place = tmp_path / "incubation/templates/incubation/panel"
    place.mkdir(parents=True)
    (place / "a.html").write_text("""<c-form action="{% url 'incubation:lock' batch.pk %}">""")
    (place / "b.html").write_text("""{% url "incubation:lock" batch.pk as to %}<c-dialog url="{{ to }}" name="act">""")
    (place / "c.html").write_text("""<c-form action="{% url 'incubation:lock' b.pk %}" drawn="{{ panel.drawn }}">""")
    (place / "d.html").write_text("""<c-form action="{% url 'incubation:supervise' entry.pk %}">""")
    assert [one.split(":")[0].rpartition("/")[2] for one in without_a_mark(tmp_path)] == ["a.html", "b.html"]

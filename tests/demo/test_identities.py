"""One guard for all addresses of a case: who the page hides is in no other address of it either.

Each row with personal fields is asked for at every address of the resolver that takes it or what it belongs to, by
every role and duty of the told district. What stands there in full is on the table below, with who may and why.
"""

import itertools
import re

import pytest
from django.conf import settings

from sanshe.core.objections.models import Objection
from sanshe.core.privacy.fields import EncryptedText
from sanshe.incubation.models import Agreement, Batch, Entry, Panelist
from tests.demo.test_other_district import text_of
from tests.matrix import faces

pytestmark = pytest.mark.django_db
UNTIL, NOW = "0218a", "2022-02-18 08:30"
STAFF = ("liang", "hao", "fan", "du", "qiao", "kong", "he", "tianx", "bai", "tian")
OWNERS = ("owner of 智善防诈宣传服务中心", "owner of 木作园非遗传习社")
PHONE = re.compile(r"(?<!\d)1\d{10}(?!\d)")
# What the segment of a route before a key says of whose key it is.
KIND_OF = {
    "batches": "batch", "calls": "batch", "applications": "application", "screening": "application",
    "read": "application", "pad": "application", "tabulation": "application", "agreements": "agreement",
    "entries": "entry", "stay": "entry", "objections": "objection", "own": "objection", "parties": "organisation",
}  # fmt: skip
# Keys of what has no person hidden in it, or is a part whose whole is asked for.
NO_CASE = {
    "assessments", "changes", "codes", "compounds", "decision", "desk", "desks", "devices", "events",
    "extension", "files", "given",
    "handovers", "inbox", "jobs", "key", "leaving", "links", "members", "milestones", "offices", "paper",
    "paper-set", "people", "persons", "premises", "programmes", "receipts", "rectifications", "relations",
    "requests", "reviews", "rounds", "run", "sheets", "supervision", "support", "terms", "trainings", "visits",
}  # fmt: skip


def segments(face):
    """(blank, segment before it) of every key in an address."""
    return [(name, segment) for segment, name in re.findall(r"([\w-]+)/<uuid:(\w+)>", face.route)]


def personal(row):
    """What of a row is personal, in plain text: of texts that hold several, the telephones."""
    for field in row._meta.fields:
        if isinstance(field, EncryptedText) and (text := getattr(row, field.name)):
            yield from {text} if len(text) < 40 else set(PHONE.findall(text))


@pytest.fixture
def case(told):
    """One row of each kind, all of one matter: an objection to a place, its application, and what came of it."""
    one = Objection.objects.get()
    agreement = Agreement.objects.filter(place=one.subject).latest("version_no")
    entry = Entry.objects.get(agreement=agreement)
    application = agreement.place.application
    found = {"objection": one, "application": application, "agreement": agreement, "entry": entry}
    found |= {"organisation": entry.organisation, "batch": Batch.objects.get(no=3)}
    seats = Panelist.objects.filter(panel__batch=found["batch"])
    parts = [one, application, entry.organisation, *agreement.signatures.all(), *seats]
    names = {part.pk: sorted(personal(part)) for part in parts}
    return found, {text: part for part in parts for text in names[part.pk]}


def addresses(rows):
    """(face, address) of every face whose keys are of these rows."""
    for face in faces():
        keys = segments(face)
        if keys and all(segment in KIND_OF for _name, segment in keys):
            blanks = {name: [rows[KIND_OF[segment]].pk] for name, segment in keys}
            others = {name: OTHERS.get(name, ["x"]) for name, kind in face.blanks if name not in blanks}
            for one in itertools.product(*blanks.values(), *others.values()):
                yield face, face.path(**dict(zip((*blanks, *others), one, strict=True)))


OTHERS = {"fmt": ["docx"], "no": [1], "kind": ["midterm"], "name": ["summary"], "slot": ["x"], "code": ["x"]}
SIGNED = ("incubation:agreement", "incubation.signature")  # who signed stands on the agreement itself
OWN = {("incubation:form", "incubation.signature"), ("incubation:form", "parties.organisation")}
OWN |= {("parties:organisation", "parties.organisation")}
MAY = {who: {SIGNED} for who in STAFF if who not in ("he", "tianx", "bai", "tian")}
MAY["owner of 木作园非遗传习社"] = OWN  # its own application and its own name


def shown(browser, rows, secrets):
    """(what stands in full at which address: its name and the table, how many addresses answered)."""
    found, open_ones = set(), 0
    for face, address in addresses(rows):
        if "GET" in face.asks():
            answer = browser.get(address)
            text = text_of(answer) if answer.status_code == 200 else ""
            open_ones += bool(text)
            found |= {(face.name, row._meta.label_lower) for secret, row in secrets.items() if secret in text}
    return found, open_ones


@pytest.mark.parametrize("who", ["", *STAFF, *OWNERS])
def test_who_is_hidden_is_in_no_address_of_the_case(who, case, as_person):
    browser = as_person(who, NOW)
    browser.raise_request_exception = False
    found, open_ones = shown(browser, *case)
    assert found == MAY.get(who, set())
    assert open_ones >= (20 if who in ("liang", "hao", "fan", "du", "qiao", "kong") else 2)


def test_an_address_that_shows_who_objected_is_seen(case, as_person, monkeypatch):
    monkeypatch.setattr("sanshe.core.objections.pages.mask_name", str)
    found, _n = shown(as_person("du", NOW), *case)
    assert ("objections:case", "objections.objection") in found


def is_stranger(face):
    """Whether an address is of another of the seven systems: they know nothing of an application to this one."""
    system = face.name.split(":")[0]
    return system not in ("incubation", "desk", "demo") and f"sanshe.{system}" in settings.SANSHE_APPS


def test_every_key_in_an_address_is_of_a_case_or_of_none():
    segments_ = {segment for face in faces() if not is_stranger(face) for _name, segment in segments(face)}
    assert sorted(segments_ - {*KIND_OF, *NO_CASE}) == [], "say of which kind of row, or that nobody is hidden in it"

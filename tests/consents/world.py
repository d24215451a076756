"""A district with a matter that shows people: a poster, whose consents are asked here."""

import re
from datetime import date

from sanshe.core.areas import actions as areas
from sanshe.core.calendar.actions import load_published
from sanshe.core.consents import actions
from sanshe.core.consents.enums import Medium
from sanshe.core.consents.types import Answer, Asked, Matter, Use
from sanshe.core.kit.access import NOBODY, SYSTEM, Actor, Grant
from sanshe.core.kit.ids import new
from sanshe.core.kit.shanghai import at
from sanshe.core.notices.models import Message

DISTRICT, STREET, HERE = "140213", "140213053", "140213053006"
LINES = [
    ("140200", "city", "大同市", "140000"),
    (DISTRICT, "district", "平城区", "140200"),
    (STREET, "subdistrict", "迎宾街道", DISTRICT),
    (HERE, "community", "明珠社区", STREET),
]
EARLY = {"by": SYSTEM, "at": at("2022-01-10 08:30")}
NOW = at("2022-02-17 10:00")
KIND, KEY = "posters.poster", new()
POSTER = Matter(KIND, KEY, "一盏顶灯", HERE, "/")
PHONE = "13800006630"
TEXT, PHOTO = Medium.TEXT, Medium.PHOTO


def editor(path=DISTRICT):
    return Actor(new(), "陶然", is_staff=True, grants=(Grant("editor", frozenset({"consents.ask"}), path),))


def settle(monkeypatch):
    """Places, days, and the use of consents; what it takes away is noted in the list that is answered."""
    from sanshe.core.consents.queries import USES

    areas.load(lines=LINES, **EARLY)
    load_published(first=2021, last=2025, **EARLY)
    taken = []
    use = Use("海报", lambda actor, key: POSTER if key == KEY else None, lambda gone, by, when: taken.append(gone))
    monkeypatch.setitem(USES._items, KIND, use)
    return taken


def asked(*media, **more):
    said = {"media": media or (TEXT, PHOTO), "part": "灯的那一户", "months": 12, "answer_by": date(2022, 2, 25)}
    return Asked(**{**said, **more})


def ask(*media, phone=PHONE, when=NOW, by=None, **more):
    said = {"phone": phone, "name": "郭宝山", "asked": asked(*media, **more)}
    return actions.ask(matter=POSTER, **said, by=by or editor(), at=when)


def last_code():
    found = Message.objects.filter(channel="sms", template="signing.code").latest("made_at", "pk").text
    return re.search(r"\d{6}", found)[0]


def answer(row, given=(TEXT,), declined=(), when=NOW):
    """On one's own telephone."""
    said = {"request": row, "answer": Answer(tuple(given), tuple(declined)), "device": "d", "at": when, "real": when}
    if given:
        actions.send_code(**said)
    actions.answer_own(**said, code=last_code() if given else "", by=NOBODY)

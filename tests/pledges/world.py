"""A district with a campaign whose text is in force, a unit, and people of each office."""

import re
from datetime import date
from types import SimpleNamespace

from sanshe.core.areas import actions as areas
from sanshe.core.calendar.actions import load_published
from sanshe.core.files import actions as files
from sanshe.core.files.enums import Kind
from sanshe.core.kit.access import NOBODY, SYSTEM, Actor
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.kit.ids import new
from sanshe.core.kit.shanghai import at
from sanshe.core.notices.models import Message
from sanshe.core.parties.actions import register_organisation
from sanshe.pledges import actions
from sanshe.pledges.queries.campaigns import shown_text, text_in_force
from sanshe.pledges.types import Asked, PaperRow

DISTRICT, STREET, HERE = "140213", "140213053", "140213053006"
LINES = [
    ("140200", "city", "大同市", "140000"),
    (DISTRICT, "district", "平城区", "140200"),
    (STREET, "subdistrict", "迎宾街道", DISTRICT),
    (HERE, "community", "明珠社区", STREET),
]
EARLY = {"by": SYSTEM, "at": at("2022-01-10 08:30")}
NOW = at("2022-02-16 10:20")
CLAUSES = "喝了酒，不开车。\n同桌有人喝酒要开车，拦住他。"


def person(name):
    return Actor(id=new(), name=name, is_staff=True)


def settle():
    """A campaign of a year with its first version in force, and one unit."""
    areas.load(lines=LINES, **EARLY)
    load_published(first=2021, last=2024, **EARLY)
    writer, judge = person("杜建军"), person("纪海峰")
    days = {"opens_on": date(2022, 1, 10), "closes_on": date(2022, 12, 31)}
    campaign = actions.open_campaign(area_path=DISTRICT, name="拒绝酒驾承诺 2022", **days, **EARLY)
    said = {"title": "零酒驾承诺书", "clauses": CLAUSES, "by": writer, "at": EARLY["at"]}
    draft = actions.draft_text(campaign=campaign, **said)
    actions.approve_text(text=draft, by=judge, at=EARLY["at"])
    unit = register_organisation(
        name="御东冷链", kind="enterprise", registration="none", area_path=HERE, contact_phone="13903520001", **EARLY
    )
    return SimpleNamespace(campaign=campaign, writer=writer, judge=judge, unit=unit)


def asked(campaign, n=1, **more):
    read = fingerprint_bytes(shown_text(text_in_force(campaign)).encode())
    said = {"name": f"签名人{n}", "phone": f"1380000{n:04}", "read": read, "is_adult": True, "community": HERE}
    return Asked(**{**said, **more})


def last_code():
    return re.search(r"\d{6}", Message.objects.filter(channel="sms").latest("made_at", "pk").text)[0]


def sign(campaign, n=1, when=NOW, device="", renews=False, by=NOBODY, **more):
    """Somebody signs on their own telephone: asks for a code, types it."""
    one = {
        "campaign": campaign,
        "asked": asked(campaign, n, **more),
        "device": device or f"device {n}",
        "renews": renews,
    }
    one |= {"by": by, "at": when, "real": when}
    actions.ask_code(**one)
    return actions.sign_own(code=last_code(), **one)


def scan(n=1):
    return files.keep_made(data=f"%PDF-1.4 {n}".encode(), kind=Kind.PDF, name="签名页.pdf", **EARLY)


def sheet(campaign, *names, when=NOW, signed_on=date(2022, 2, 16), **more):
    rows = [one if isinstance(one, PaperRow) else PaperRow(one) for one in names]
    said = {"text": text_in_force(campaign), "witness": "田晓红", "scan": scan(), "area_path": HERE, **more}
    return actions.enter_sheet(campaign=campaign, rows=rows, signed_on=signed_on, **said, by=SYSTEM, at=when)

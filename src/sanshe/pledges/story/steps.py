"""What happens in the campaign of the story, by the app's own actions."""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, timedelta
from itertools import count

from sanshe.core.accounts.story import actor
from sanshe.core.files import actions as files
from sanshe.core.kit.access import NOBODY
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.kit.shanghai import at, day
from sanshe.core.kit.story import Step
from sanshe.core.notices.models import Message
from sanshe.core.signing.actions import USE
from sanshe.pledges import actions
from sanshe.pledges.enums import Ground
from sanshe.pledges.models import Campaign, Pledge, Session
from sanshe.pledges.queries.campaigns import shown_text, text_in_force
from sanshe.pledges.queries.pledges import standing
from sanshe.pledges.story import texts
from sanshe.pledges.story.people import DISTRICT, UNITS, rep, signer, unit
from sanshe.pledges.types import Asked, PaperRow

Tell = Callable[[datetime], object]
SCAN = (
    b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
)
NEXT = count(1)  # whoever signs next, told in the order of the steps below


def page(no: int) -> bytes:
    """A scanned page like no other."""
    return SCAN.replace(b"842", b"%d" % (842 + no))


def campaign() -> Campaign:
    return Campaign.objects.get(area_path=DISTRICT)


def session(no: int) -> Session:
    return campaign().sessions.get(number=no)


def begin(when: datetime) -> None:
    """The campaign of the year, the first version drafted, three cases."""
    by = {"by": actor("dujj", when), "at": when}
    days = {"opens_on": date(2022, 1, 10), "closes_on": date(2022, 12, 31)}
    row = actions.open_campaign(area_path=DISTRICT, name="拒绝酒驾承诺 2022", **days, **by)
    for title, body, article in texts.LESSONS:
        actions.add_lesson(campaign=row, title=title, body=body, article=article, **by)
    said = {"title": texts.TITLE, "opening": texts.OPENING, "clauses": texts.clauses()}
    actions.draft_text(campaign=row, **said, **by)


def draft_second(when: datetime) -> None:
    said = {"title": texts.TITLE, "opening": texts.OPENING, "clauses": texts.clauses(second=True)}
    actions.draft_text(campaign=campaign(), **said, change=texts.CHANGE, by=actor("dujj", when), at=when)


def approve(when: datetime) -> None:
    """The draft comes into force."""
    draft = campaign().texts.get(state="draft")
    actions.approve_text(text=draft, by=actor("jihf", when), at=when)


def ask_units(when: datetime) -> None:
    for name in UNITS:
        said = {"unit": unit(name), "count_by": date(2022, 2, 18), "by": actor("dujj", when)}
        actions.add_unit(campaign=campaign(), **said, at=when)


def count_drivers(name: str, drivers: int) -> Tell:
    def tell(when: datetime) -> None:
        said = {"drivers": drivers, "as_of": day(when), "by": rep(name, when)}
        actions.count_drivers(campaign=campaign(), unit=unit(name), **said, at=when)

    return tell


def plan(community: str, place: str, starts_at: str, name: str = "") -> Tell:
    def tell(when: datetime) -> None:
        said = {"area_path": community, "place": place, "starts_at": at(starts_at)}
        held_at = unit(name) if name else None
        actions.plan_session(campaign=campaign(), **said, unit=held_at, by=actor("dujj", when), at=when)

    return tell


def hold(no: int, heads: int, taken: int, left: int) -> Tell:
    def tell(when: datetime) -> None:
        row, by = session(no), actor("dujj", when)
        said = {"heads": heads, "taken": taken, "left": left, "lessons": list(row.campaign.lessons.all())}
        actions.hold_session(session=row, **said, by=by, at=when)

    return tell


def together(no: int, heads: int) -> Tell:
    """Heads counted together, with a photograph."""

    def tell(when: datetime) -> None:
        by = {"by": actor("dujj", when), "at": when}
        photo = files.keep(upload=page(no), name="集体承诺.pdf", purpose="pledges.collective", **by)
        actions.count_together(session=session(no), heads=heads, photo=photo, **by)

    return tell


def sign(n: int, when: datetime, *, community: str, name: str = "", no: int = 0) -> Pledge:
    """Somebody reads what is in force, asks for a code on their own telephone and signs by it."""
    row, (who, phone) = campaign(), signer(n)
    text = text_in_force(row)
    assert text is not None
    asked = Asked(
        name=who, phone=phone, read=fingerprint_bytes(shown_text(text).encode()), is_adult=True, community=community,
        unit=unit(name).pk if name else None, session=session(no).pk if no else None,
    )  # fmt: skip
    said = {"campaign": row, "asked": asked, "device": f"story {n}", "by": NOBODY, "at": when, "real": when}
    actions.ask_code(**said)
    return actions.sign_own(code=_code(), **said)


def _code() -> str:
    """What the last message says."""
    found = re.search(r"\d{6}", Message.objects.filter(template=USE.template).latest("made_at", "pk").text)
    assert found is not None
    return found[0]


def signing(n: int, start: str, a_minute: int = 3, **where: object) -> Iterator[Step]:
    """So many sign from a minute on, some each minute."""
    people = [next(NEXT) for _each in range(n)]
    for i in range(0, n, a_minute):
        minute = at(start) + timedelta(minutes=i // a_minute)
        yield Step(_text(minute), _minute(people[i : i + a_minute], where))


def _text(when: datetime) -> str:
    return f"{day(when)} {when.hour + 8:02d}:{when.minute:02d}"


def _minute(people: list[int], where: dict) -> Tell:
    def tell(when: datetime) -> None:
        for i, n in enumerate(people):
            sign(n, when + timedelta(seconds=17 * i), **where)

    return tell


def sheet(
    n: int,
    signed_on: date,
    *,
    community: str,
    by: str,
    number: int = 1,
    name: str = "",
    no: int = 0,
    twice: bool = False,
) -> Tell:
    """A page that was signed before the worker of a community; `twice`: the last line is the first one's again."""
    people = [next(NEXT) for _each in range(n)]

    def tell(when: datetime) -> None:
        row, worker = campaign(), actor(by, when)
        lines = [PaperRow(who, phone if one % 2 else "") for one in people for who, phone in [signer(one)]]
        if twice:
            lines.append(PaperRow(lines[0].name))
        said = {"by": worker, "at": when}
        scan = files.keep(upload=page(people[0]), name="签名页.pdf", purpose="pledges.papersheet", **said)
        actions.enter_sheet(
            campaign=row, text=row.texts.get(number=number), rows=lines, witness=worker.name, signed_on=signed_on,
            scan=scan, area_path=community, session=session(no) if no else None, unit=unit(name) if name else None,
            **said,
        )  # fmt: skip

    return tell


def void_double(when: datetime) -> None:
    """The line that stood twice on the page of the fourth session."""
    row = Pledge.objects.filter(session=session(4), grade="witnessed").latest("signature__number")
    actions.void(pledge=row, ground=Ground.DOUBLE, by=actor("tang", when), at=when)


def one_more(start: str, back: str, **where: object) -> tuple[Step, Step]:
    """Somebody who signs and takes it back."""
    n = next(NEXT)

    def take_back(when: datetime) -> None:
        found = standing(campaign(), signer(n)[1])
        assert found is not None
        actions.withdraw(pledge=found, by=NOBODY, at=when)

    return Step(start, _minute([n], where)), Step(back, take_back)

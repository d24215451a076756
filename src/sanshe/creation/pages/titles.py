"""A title: its certificate, its terms, what happened to it; and the list that everybody reads."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sanshe.core.areas.queries import name_of
from sanshe.core.codes.queries import address_of, newest
from sanshe.core.kit import shanghai
from sanshe.core.ui.adapters import qr
from sanshe.creation.enums import RevocationState, Standing
from sanshe.creation.models import Title
from sanshe.creation.phrases import GROUNDS, LEVELS, REPLIES, STANDINGS
from sanshe.creation.queries import attestations
from sanshe.creation.queries import naming as queries
from sanshe.creation.rules import naming as rules
from sanshe.creation.rules.application import free_from
from sanshe.creation.types import Past

PILLS = {Standing.HELD: "done", Standing.REVOKED: "back", Standing.EXPIRED: "wait", Standing.TO_COME: "run"}


@dataclass(frozen=True, slots=True)
class Line:
    """A title of the public list: nothing but what everybody may know."""

    key: Any
    name: str
    number: str
    level: Any
    place: str
    scheme: str
    standing: Any
    pill: str
    starts_on: Any
    ends_on: Any
    since: Any
    ground: Any


def line(row: Title, at: datetime) -> Line:
    standing = rules.standing(row.held, shanghai.day(at))
    last = queries.last_revocation(row) if standing == Standing.REVOKED else None
    who = row.application
    return Line(
        key=row.pk,
        name=who.name,
        number=row.number,
        level=LEVELS[who.level],
        place=name_of(row.area_path),
        scheme=row.scheme.name,
        standing=STANDINGS[standing],
        pill=PILLS.get(standing, "due"),
        starts_on=row.starts_on,
        ends_on=row.ends_on,
        since=row.since,
        ground=GROUNDS[last.ground] if last else "",
    )


def certificate(row: Title) -> dict[str, Any]:
    """What is printed, with the code that says whether it still holds."""
    code = newest(queries.CERTIFICATE, row.pk)
    assert code is not None
    term = row.terms.select_related("award").last()
    assert term is not None
    return {
        "number": row.number,
        "name": row.application.name,
        "scheme": row.scheme.name,
        "level": LEVELS[row.application.level],
        "district": name_of(row.scheme.area_path),
        "starts": shanghai.long(term.starts_on),
        "ends": shanghai.long(row.ends_on),
        "day": shanghai.long(term.starts_on),
        "office": row.scheme.office.name,
        "qr": qr(address_of(code)),
        "scan": address_of(code),
        "token": code.token,
    }


def events(row: Title) -> list[dict[str, Any]]:
    """What happened to it, the newest first."""
    found = []
    for one in row.revocations.order_by("-told_at"):
        found += _revocation(one)
    for asked in attestations.of_title(row):
        found += _question(asked)
    for term in row.terms.order_by("-no"):
        what = _("命名") if term.no == 1 else _("续期")
        until = _("证书 {number}，到 {date}").format(number=row.number, date=shanghai.long(term.ends_on))
        found.append(_event(what, shanghai.moment(term.starts_on), until))
    return sorted(found, key=lambda one: one["at"], reverse=True)


def _event(label: Any, at: datetime, said: str) -> dict[str, Any]:
    return {"label": label, "at": at, "said": said}


def _revocation(one: Any) -> list[dict[str, Any]]:
    until = shanghai.short(one.hear_until)
    heard = one.heard or _("告知后 5 工作日，到 {date} 24:00 没有交来").format(date=until)
    found = [_event(_("告知拟撤销"), one.told_at, str(GROUNDS[one.ground]))]
    if one.state in (RevocationState.DRAFTED, RevocationState.DONE) or one.heard:
        found.append(_event(_("申辩"), one.heard_at or shanghai.end(one.hear_until), heard))
    if one.decided_at:
        what = _("撤销") if one.state == RevocationState.DONE else _("不撤销")
        found.append(_event(what, one.decided_at, str(GROUNDS[one.ground])))
    return found


def _question(asked: Any) -> list[dict[str, Any]]:
    period = f"{shanghai.long(asked.period_from)}至{shanghai.long(asked.period_to)}"
    due = shanghai.short(asked.due_on)
    found = [
        _event(_("送交警核验"), asked.asked_at, _("核验期 {period}，最迟 {date} 18:00").format(period=period, date=due))
    ]
    if asked.reply:
        found.append(_event(_("交警答复"), asked.answered_at, f"{REPLIES[asked.reply]}。{period}"))
    return found


def facts(row: Title, at: datetime) -> dict[str, Any]:
    """The page of a title for who is inside."""
    today = shanghai.day(at)
    standing = rules.standing(row.held, today)
    first, last = rules.renewal_days(row.ends_on, row.scheme.terms)
    open_one = queries.open_revocation(row)
    free = free_from(Past(row.application.state, row.state, row.since), row.scheme.terms) if row.since else None  # type: ignore[arg-type]
    return {
        "row": row,
        "line": line(row, at),
        "events": events(row),
        "left": max((row.ends_on - today).days, 0) if standing in rules.IN_FORCE else None,
        "renew_from": first,
        "renew_to": last,
        "may_renew_now": standing in rules.IN_FORCE and first <= today <= last,
        "revocation": open_one,
        "hear_open": open_one is not None and at < shanghai.end(open_one.hear_until),
        "ground": GROUNDS[open_one.ground] if open_one else "",
        "grounds": [(one, GROUNDS[one]) for one in row.scheme.grounds],
        "is_held": standing in (Standing.HELD, Standing.WARNED, Standing.SUSPENDED),
        "asked": next((one for one in attestations.of_title(row) if not one.reply), None),
        "again": free,
    }

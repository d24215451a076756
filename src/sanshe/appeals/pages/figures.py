"""The page of figures: each rate as a fraction in words, with what stands outside it and how it is defined."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from sanshe.appeals import phrases
from sanshe.appeals.enums import Reach, Satisfied, Solved, State
from sanshe.appeals.queries.figures import by_place
from sanshe.appeals.types import Figures
from sanshe.core.areas.queries import name_of

BOOK = "/ledgers/appeals.appeals/"
FEW = 10  # a rate over fewer is not shown


@dataclass(frozen=True, slots=True)
class Part:
    """A counted number with its words, its share in the bar, and the address of its rows."""

    label: Any
    n: int
    mark: str
    x: str = "0"
    width: str = "0"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate: what is over what, what is left out, and the sentence that defines it."""

    title: Any
    value: str
    top: Part
    under: Part
    outside: str
    parts: list[Part]
    said: Any


def percent(n: int, of: int) -> str:
    """A rate with one decimal; nothing over fewer than ten."""
    return f"{100 * n / of:.1f}%" if of >= FEW else ""


def _bar(*rows: tuple[Any, int, str, str]) -> list[Part]:
    """Parts of a whole side by side."""
    whole, x, found = sum(n for _label, n, _mark, _url in rows) or 1, 0.0, []
    for label, n, mark, url in rows:
        width = 100 * n / whole
        found.append(Part(label, n, mark, f"{x:.2f}%", f"{width:.2f}%", url))
        x += width
    return found


def _book(span: str, **chosen: Any) -> str:
    return f"{BOOK}?{'&'.join([span, *(f'{name}={value}' for name, value in chosen.items())])}"


def facts(found: Figures, first: date, last: date) -> dict[str, Any]:
    """All that the page shows of a month."""
    span = f"received-from={first}&received-to={last}"
    waiting = found.received - found.answered - found.redirected - found.declined - found.accepted
    whole = _bar(
        (phrases.STATES[State.ANSWERED], found.answered, "ok", _book(span, state=State.ANSWERED)),
        (phrases.STATES[State.REDIRECTED], found.redirected, "no", _book(span, state=State.REDIRECTED)),
        (phrases.STATES[State.DECLINED], found.declined, "gone", _book(span, state=State.DECLINED)),
        (phrases.STATES[State.ACCEPTED], found.accepted, "run", _book(span, accepted="yes")),
        (_("待受理"), waiting, "left", _book(span, state=State.RECEIVED)),
    )
    return {
        "found": found,
        "received": Part(_("收到"), found.received, "", url=_book(span)),
        "whole": whole,
        "in_work": found.accepted - found.closed,
        "after_call": found.closed - found.withdrawn,
        "rates": [_contact(found), _handled(found), _solved(found, span), _satisfied(found, span)],
        "unsaid": found.called - found.rated,
        "unreached": found.called - found.reached,
    }


def _contact(one: Figures) -> Rate:
    soon = one.accepted - one.contact_due
    parts = _bar(
        (_("按时"), one.contacted, "ok", ""),
        (_("晚了"), one.contacted_late, "over", ""),
        (_("没到期"), soon, "left", ""),
    )
    top, under = Part(_("限时内联系上"), one.contacted, ""), Part(_("到期的"), one.contact_due, "")
    outside = _("没到期 {n}").format(n=soon)
    return Rate(
        _("首次联系及时率"), percent(one.contacted, one.contact_due), top, under, outside, parts, phrases.DEFINED[0]
    )


def _handled(one: Figures) -> Rate:
    judged = one.met + one.missed
    rest = one.accepted - judged - one.withdrawn
    parts = _bar((_("没超"), one.met, "ok", ""), (_("超了"), one.missed, "over", ""), (_("没到期"), rest, "left", ""),
                 (phrases.STATES[State.WITHDRAWN], one.withdrawn, "gone", ""))  # fmt: skip
    top, under = Part(_("没超期"), one.met, ""), Part(_("有结果的"), judged, "")
    outside = _("没到期 {n}，撤回 {m}").format(n=rest, m=one.withdrawn)
    return Rate(_("按期办结率"), percent(one.met, judged), top, under, outside, parts, phrases.DEFINED[1])


def _solved(one: Figures, span: str) -> Rate:
    missed = one.called - one.reached
    words = {Solved.SOLVED: (one.solved_solved, "ok"), Solved.PARTLY: (one.solved_partly, "due")}
    words |= {Solved.UNSOLVED: (one.solved_unsolved, "run")}
    rows = [(phrases.SOLVED[code], n, mark, _book(span, solved=code)) for code, (n, mark) in words.items()]
    parts = _bar(*rows, (_("没联系上"), missed, "lock", ""))
    top = Part(_("居民说解决"), one.solved_solved, "", url=_book(span, solved=Solved.SOLVED))
    under = Part(_("联系上的"), one.reached, "", url=_book(span, reach=Reach.REACHED))
    outside = _("没联系上 {n}").format(n=missed)
    return Rate(_("解决率"), percent(one.solved_solved, one.reached), top, under, outside, parts, phrases.DEFINED[2])


def _satisfied(one: Figures, span: str) -> Rate:
    words = {Satisfied.SATISFIED: (one.said_satisfied, "ok"), Satisfied.FAIR: (one.said_fair, "due")}
    words |= {Satisfied.DISSATISFIED: (one.said_dissatisfied, "run"), Satisfied.UNSAID: (one.said_unsaid, "left")}
    rows = [(phrases.SATISFIED[code], n, mark, _book(span, satisfied=code)) for code, (n, mark) in words.items()]
    parts = _bar(*rows)
    top = Part(_("说满意"), one.said_satisfied, "", url=_book(span, satisfied=Satisfied.SATISFIED))
    outside = _("没评 {n}，没联系上 {m}").format(n=one.said_unsaid, m=one.called - one.reached)
    under = Part(_("评了的"), one.rated, "")
    return Rate(_("满意率"), percent(one.said_satisfied, one.rated), top, under, outside, parts, phrases.DEFINED[3])


def places(paths: list[str], first: date) -> list[tuple[str, dict[str, int], str, str]]:
    """Each community in the order of codes, its counts and rates; no rate over fewer than ten."""
    return [
        (name_of(path), one, percent(one["solved"], one["reached"]), percent(one["satisfied"], one["rated"]))
        for path, one in by_place(paths, first)
    ]

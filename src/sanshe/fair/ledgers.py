"""The ledgers of wins and prizes, the duties of fairs, their line on the desk, the code on a slip."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.core.accounts.queries import HANDINGS
from sanshe.core.accounts.types import Handing, Matter
from sanshe.core.areas.queries import MOVINGS, name_of
from sanshe.core.areas.types import Moving
from sanshe.core.calendar.types import Due
from sanshe.core.codes.ledgers import declare_kind
from sanshe.core.codes.types import CodeKind
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Line, Said, Source
from sanshe.core.figures.queries import FIGURES
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS, WORKS
from sanshe.core.ledgers.types import Column, Door, Filter, Ledger, Work, WorkLine
from sanshe.core.rows.queries import within
from sanshe.core.ui.queries import NAV
from sanshe.core.ui.types import NavItem
from sanshe.fair import phrases
from sanshe.fair.actions import hand_over
from sanshe.fair.enums import E, FairState, P, RiddleState, RulingState, WinState
from sanshe.fair.models import Award, Desk, Fair, Riddle, Ruling, Win
from sanshe.fair.queries import fairs as queries
from sanshe.fair.queries import play
from sanshe.fair.rules.fair import SIGN_HOUR

F = phrases.FIELDS
PILLS = {WinState.PENDING: "wait", WinState.REDEEMED: "done", WinState.LAPSED: "off"}


def fairs_of(actor: Actor) -> list[tuple[str, str]]:
    rows = queries.fairs(actor, P.READ)[:40]
    return [(str(row.pk), f"{name_of(row.area_path)} {row.name}") for row in rows]


def _wins(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Win]:
    return Win.objects.select_related("riddle__fair", "card")


def _awards(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Award]:
    return Award.objects.select_related("win__riddle", "stock__good__fair", "stock__desk")


def _desk_of(row: Award) -> str:
    return str(row.stock.desk.number) if row.stock.desk else str(phrases.GAMES_PLACE)


WINS = Ledger(
    code="fair.wins",
    title=phrases.WINS_LEDGER,
    needs=P.READ,
    columns=(
        Column("fair", F["fair"], "riddle.fair.name", width=18),
        Column("number", F["number"], "riddle.number", kind="number", width=6, link=True),
        Column("card", F["card"], lambda row: str(row.card), width=8),
        Column("channel", F["channel"], lambda row: phrases.CHANNELS[row.channel]),
        Column("state", F["state"], lambda row: (PILLS[row.state], phrases.WIN_STATES[row.state]), kind="pill"),
        Column("won_at", F["won_at"], kind="datetime"),
        Column("redeemed_at", F["redeemed_at"], kind="datetime"),
    ),
    rows=_wins,
    filters=(
        Filter("fair", F["fair"], options=fairs_of, field="riddle__fair_id"),
        Filter("state", F["state"], options=tuple(phrases.WIN_STATES.items()), field="state"),
        Filter("channel", F["channel"], options=tuple(phrases.CHANNELS.items()), field="channel"),
        Filter("area", F["place"], kind="area", field="area_path"),
    ),
    key=("-won_at", "pk"),
    link=lambda row: reverse("fair:riddle", args=[row.riddle.fair_id, row.riddle.number]),
    seal="灯",
)
AWARDS = Ledger(
    code="fair.awards",
    title=phrases.AWARDS_LEDGER,
    needs=P.READ,
    columns=(
        Column("fair", F["fair"], "stock.good.fair.name", width=18),
        Column("number", F["number"], lambda row: row.win.riddle.number if row.win else "", kind="number", width=6),
        Column("good", F["good"], "stock.good.name", width=14),
        Column("desk", F["desk"], _desk_of, width=8),
        Column("state", F["state"], lambda row: phrases.AWARD_STATES[row.state]),
        Column("handed_at", F["handed_at"], kind="datetime"),
    ),
    rows=_awards,
    filters=(
        Filter("fair", F["fair"], options=fairs_of, field="stock__good__fair_id"),
        Filter("state", F["state"], options=tuple(phrases.AWARD_STATES.items()), field="state"),
        Filter("area", F["place"], kind="area", field="area_path"),
    ),
    key=("-handed_at", "pk"),
    seal="灯",
)


def line(actor: Actor, at: datetime) -> WorkLine | None:
    """The fair that is on, else the last one."""
    row = queries.fairs(actor, P.READ).first()
    if row is None:
        return None
    page, now = reverse("fair:fair", args=[row.pk]), queries.tally(row)
    figures = (Door(_("猜中"), now.won, page), Door(_("封题"), now.sealed, page))
    due = (row.sign_on, _("签账")) if row.state == FairState.CLOSED else (None, "")
    said = f"{name_of(row.area_path)}，{phrases.FAIR_STATES[FairState(row.state)]}"
    return WorkLine(said, Door("", open_fairs(actor).count(), page), figures, *due)


def open_fairs(actor: Actor) -> QuerySet[Fair]:
    """Fairs whose account is not signed by both."""
    return queries.fairs(actor, P.READ).exclude(state=FairState.COUNTERSIGNED)


def _source(kind: str, needs: str, rows: Callable[[Actor, datetime], Any], say: Any, **more: Any) -> Source:
    title, act = phrases.DUTIES_TOLD[kind]
    return Source(f"fair.{kind}", "灯", title, act, Owner.HOLDER, needs, rows, say, **more)


def _book(duty: Line, at: datetime) -> Said:
    return Said(reverse("fair:book", args=[duty.pk]), _("{n} 条").format(n=duty.n))


def _ruling(duty: Line, at: datetime) -> Said:
    return Said(reverse("fair:ruling", args=[duty.pk]), _("{n} 号").format(n=duty.facts[0]))


def _account(duty: Line, at: datetime) -> Said:
    due = Due(duty.day, SIGN_HOUR) if duty.day else None
    return Said(reverse("fair:close", args=[duty.pk]), duty.facts[0], due)


DUTIES = (
    _source("check", P.CHECK, lambda actor, at: Riddle.objects.filter(state=RiddleState.DRAFT), _book,
            key="fair", is_grouped=True, others="written_by"),
    _source("ruling", P.RULE, lambda actor, at: Ruling.objects.filter(state=RulingState.ASKED), _ruling,
            facts=("riddle__number",), others="asked_by"),
    _source("sign", P.DESK, lambda actor, at: Fair.objects.filter(state=FairState.CLOSED), _account,
            facts=("name",), day="sign_on", is_last_day=True),
    _source("countersign", P.COUNTERSIGN, lambda actor, at: Fair.objects.filter(state=FairState.SIGNED), _account,
            facts=("name",), day="sign_on", is_last_day=True, others="signed_by"),
)  # fmt: skip


def desks_held(person: UUID, at: datetime) -> list[Matter]:
    """Desks that somebody keeps, at fairs that are not over."""
    return [_held(desk) for desk in play.desks_kept(person)]


def _held(desk: Desk) -> Matter:
    title = _("{n} 号台").format(n=desk.number)
    return Matter(desk.pk, title, reverse("fair:desk", args=[desk.pk]), desk.area_path, P.DESK)


def fairs_in(path: str, at: datetime) -> int:
    """Fairs of an area whose account is not signed by both: they are brought to their end where they were held."""
    return Fair.objects.filter(within([path])).exclude(state=FairState.COUNTERSIGNED).count()


def leads(subject: UUID, visitor: Actor) -> str:
    """A slip leads its keeper to the desk, with its number; everybody else to the riddle."""
    row = Riddle.objects.filter(pk=subject, state__in=play.UP).select_related("fair").first()
    if row is None:
        return ""
    desk = play.desk_for(row.fair, row.number)
    if desk is not None and desk.keeper == visitor.id:
        return f"{reverse('fair:desk', args=[desk.pk])}?no={row.number}"
    return reverse("fair:slip", args=[row.fair_id, row.number])


SLIPS = CodeKind(
    label=phrases.SLIP,
    decides=P.PLAN,
    fields={"no": F["number"], "desk": F["desk"]},
    is_seconded=False,
    leads=leads,
)
HANDING = Handing("fair.desk", phrases.IN_HAND, desks_held, hand_over)
MOVING = Moving("fair.fairs", phrases.KINDS["fair.fair"], fairs_in)


def declare() -> None:
    """Called while the apps are made ready."""
    for one in DUTIES:
        SOURCES.add(one.code, one)
    for ledger in (WINS, AWARDS):
        LEDGERS.add(ledger.code, ledger)
    FIGURES.add("fair", queries.figures)
    declare_kind(play.SLIP, SLIPS)
    HANDINGS.add(HANDING.code, HANDING)
    MOVINGS.add(MOVING.code, MOVING)
    where = {"needs": P.READ, "url_name": "fair:home"}
    WORKS.add(
        "fair",
        Work("fair", "灯", phrases.NAME, line=line, waiting=open_fairs, order=50, finished=(E.COUNTERSIGNED,), **where),
    )
    NAV.add("fair", NavItem("灯", phrases.NAME, "fair:home", (P.READ,), order=50, short=phrases.SHORT, phone=True))

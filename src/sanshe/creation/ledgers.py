"""Ledgers of applications and titles, what is owed, the line on the desk, the published figures."""

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from sanshe.core.areas.queries import name_of
from sanshe.core.calendar.types import Due
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.queries import SOURCES
from sanshe.core.duties.types import Line, Said, Source
from sanshe.core.figures.queries import FIGURES
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS, WORKS
from sanshe.core.ledgers.types import Column, Door, Filter, Ledger, Work, WorkLine
from sanshe.core.rows.queries import within
from sanshe.core.ui.queries import NAV
from sanshe.core.ui.types import NavItem
from sanshe.creation import phrases
from sanshe.creation.enums import AwardState, E, Level, ListState, P, RevocationState, Standing, State, TipState
from sanshe.creation.models import Application, Attestation, Award, Proposal, Revocation, Tip, Title
from sanshe.creation.queries import applications as queries
from sanshe.creation.queries.schemes import schemes
from sanshe.creation.rules.attestation import HOUR

H = phrases.HEADS


def schemes_of(actor: Actor) -> list[tuple[str, str]]:
    return [(str(pk), name) for pk, name in schemes(actor).values_list("pk", "name")[:40]]


def _applications(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Application]:
    return Application.objects.select_related("scheme")


def _titles(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Title]:
    return Title.objects.select_related("scheme", "application")


APPLICATIONS = Ledger(
    code="creation.applications",
    title=phrases.APPLICATIONS,
    needs=P.READ,
    columns=(
        Column("number", H["number"], link=True, width=12),
        Column("name", H["name"], width=24),
        Column("level", H["level"], lambda row: phrases.LEVELS[row.level], width=8),
        Column("place", H["place"], lambda row: name_of(row.area_path), width=18),
        Column("scheme", H["scheme"], "scheme.name", width=12),
        Column("state", H["state"], lambda row: phrases.STATES[row.state], width=10),
        Column("applied_at", H["applied_at"], kind="datetime", width=18),
    ),
    rows=_applications,
    filters=(
        Filter("scheme", H["scheme"], options=schemes_of, field="scheme_id"),
        Filter("level", H["level"], options=tuple(phrases.LEVELS.items()), field="level"),
        Filter("state", H["state"], options=tuple(phrases.STATES.items()), field="state"),
        Filter("area", H["place"], kind="area", field="area_path"),
    ),
    key=("-declared_at", "pk"),
    link=lambda row: reverse("creation:application", args=[row.pk]),
    seal="驾",
)
TITLES = Ledger(
    code="creation.titles",
    title=phrases.TITLES,
    needs=P.READ,
    columns=(
        Column("number", H["number"], link=True, width=20),
        Column("name", H["name"], "application.name", width=24),
        Column("level", H["level"], lambda row: phrases.LEVELS[row.application.level], width=8),
        Column("state", H["state"], lambda row: phrases.TITLE_STATES[row.state], width=10),
        Column("starts_on", H["starts_on"], kind="date", width=14),
        Column("ends_on", H["ends_on"], kind="date", width=14),
        Column("since", H["since"], kind="date", width=14),
    ),
    rows=_titles,
    filters=(
        Filter("scheme", H["scheme"], options=schemes_of, field="scheme_id"),
        Filter("state", H["state"], options=tuple(phrases.TITLE_STATES.items()), field="state"),
        Filter("area", H["place"], kind="area", field="area_path"),
    ),
    key=("-starts_on", "pk"),
    link=lambda row: reverse("creation:title", args=[row.pk]),
    seal="驾",
)


def under_way(actor: Actor) -> QuerySet[Any]:
    """Applicants that are neither named nor out."""
    return Application.objects.filter(within(actor.paths(P.READ)), is_current=True, state__in=State.open())


def line(actor: Actor, at: datetime) -> WorkLine | None:
    """The board, with the titles that are in force."""
    row = schemes(actor).first()
    if row is None:
        return None
    page, ledger = reverse("creation:home"), reverse("ledgers:ledger", args=["creation.titles"])
    held = queries.in_force(Title.objects.filter(within(actor.paths(P.READ))), shanghai.day(at)).count()
    return WorkLine(row.name, Door("", under_way(actor).count(), page), (Door(_("有称号"), held, ledger),))


def figures(path: str, at: datetime) -> dict[str, Any]:
    """Applicants by level, who is on notice, and titles in force, as they stand at a moment."""
    rows = queries.board(Application.objects.filter(within([path])), shanghai.day(at))
    counts = queries.counts(rows)
    level = lambda one: sum(n for (found, _stage), n in counts.items() if found == one)  # noqa: E731
    stage = lambda one: sum(n for (_level, found), n in counts.items() if found == one)  # noqa: E731
    return {
        "units": level(Level.UNIT),
        "communities": level(Level.COMMUNITY),
        "streets": level(Level.STREET),
        "on_notice": stage(State.ON_NOTICE),
        "in_force": queries.in_force(Title.objects.filter(within([path])), shanghai.day(at)).count(),
        "revoked": stage(Standing.REVOKED),
    }


def _source(
    code: str, needs: str, rows: Callable[..., Any], say: Callable[[Line, datetime], Said], **more: Any
) -> Source:
    title, label = phrases.DUTIES_TOLD[code.removesuffix("_place").removesuffix("_street")]
    more = {"owner": Owner.HOLDER, **more}
    return Source(f"creation.{code}", "驾", title, label, needs=needs, rows=rows, say=say, order=30, **more)


def _named(address: str) -> Callable[[Line, datetime], Said]:
    """The duty's name is that of the row, its page the row's own."""
    return lambda duty, at: Said(
        reverse(f"creation:{address}", args=[duty.pk]), name_of(duty.place), blanks=duty.facts[0]
    )


def _desk(duty: Line, at: datetime) -> Said:
    return Said(reverse("creation:naming", args=[duty.id(1)]), name_of(duty.place), blanks=duty.facts[0])


def _attest(duty: Line, at: datetime) -> Said:
    page, number, name = reverse("creation:attest_one", args=[duty.pk]), *duty.facts[:2]
    return Said(page, name, Due(duty.day, HOUR) if duty.day else None, blanks=number)


def _at(state: State, **more: Any) -> Callable[..., Any]:
    return lambda actor, at: Application.objects.filter(state=state, **more)


DUTIES = (
    _source("assess", P.APPLY, _at(State.APPLIED, level=Level.UNIT), _named("application"), facts=("name",),
            owner=Owner.ORGANISATION, scope="organisation"),
    _source("assess_place", P.APPLY, _at(State.APPLIED, level=Level.COMMUNITY), _named("application"), facts=("name",)),
    _source("assess_street", P.APPLY_STREET, _at(State.APPLIED, level=Level.STREET), _named("application"),
            facts=("name",)),
    _source("recommend", P.RECOMMEND, lambda actor, at: queries.assessed(streets=False), _named("application"),
            facts=("name",), others="assessed_by"),
    _source("recommend_street", P.RECOMMEND_STREET, lambda actor, at: queries.assessed(streets=True),
            _named("application"), facts=("name",), others="assessed_by"),
    _source("ask", P.DECIDE, _at(State.RECOMMENDED), _named("application"), facts=("name",)),
    _source("attest", P.ATTEST, lambda actor, at: Attestation.objects.filter(reply=""), _attest,
            facts=("number", "application__name"), day="due_on", is_last_day=True, is_reminded=True),
    _source("list", P.DECIDE, _at(State.ATTESTED, renewal=None, proposal=None), _desk, facts=("name", "scheme_id")),
    _source("approve_list", P.DECIDE, lambda actor, at: Proposal.objects.filter(state=ListState.DRAFT), _desk,
            facts=("number", "scheme_id"), others="drafted_by"),
    _source("publish", P.DECIDE, lambda actor, at: Proposal.objects.filter(state=ListState.APPROVED), _desk,
            facts=("number", "scheme_id")),
    _source("award", P.DECIDE,
            lambda actor, at: Application.objects.filter(
                state=State.ON_NOTICE, award=None, proposal__notice__window_to__lt=shanghai.day(at)),
            _desk, facts=("name", "scheme_id")),
    _source("approve_award", P.DECIDE, lambda actor, at: Award.objects.filter(state=AwardState.DRAFT), _desk,
            facts=("starts_on", "scheme_id"), others="drafted_by"),
    _source("tip", P.TIP, lambda actor, at: Tip.objects.exclude(state=TipState.CLOSED), _named("tip"),
            facts=("title__application__name",)),
    _source("hear", P.APPLY, lambda actor, at: Revocation.objects.filter(state=RevocationState.TOLD, heard_at=None),
            lambda duty, at: Said(reverse("creation:title", args=[duty.id(1)]), due=Due(duty.day) if duty.day else None,
                                  blanks=duty.facts[0]),
            facts=("title__application__name", "title_id"), day="hear_until", is_last_day=True,
            owner=Owner.ORGANISATION, scope="title__application__organisation"),
    _source("approve_revocation", P.DECIDE, lambda actor, at: Revocation.objects.filter(state=RevocationState.DRAFTED),
            lambda duty, at: Said(reverse("creation:title", args=[duty.id(1)]), blanks=duty.facts[0]),
            facts=("title__application__name", "title_id"), others="drafted_by"),
)  # fmt: skip


def declare() -> None:
    """Called while the apps are made ready."""
    for one in DUTIES:
        SOURCES.add(one.code, one)
    LEDGERS.add(APPLICATIONS.code, APPLICATIONS)
    LEDGERS.add(TITLES.code, TITLES)
    FIGURES.add("creation", figures)
    where = {"needs": P.READ, "url_name": "creation:home"}
    done = (E.ANSWERED, E.NAMED, E.RENEWED, E.REVOKED, E.TIP_CLOSED)
    WORKS.add(
        "creation",
        Work("creation", "驾", phrases.NAME, line=line, waiting=under_way, order=31, finished=done, **where),
    )
    NAV.add(
        "creation",
        NavItem("驾", phrases.NAME, "creation:home", (P.READ, P.APPLY), order=31, short=phrases.SHORT),
    )
    NAV.add("creation.attest", NavItem("核", phrases.ATTEST, "creation:attest", (P.ATTEST,), order=32))

"""The ledger of signatures, without a name; the line of pledges on the desk; the figures that are recounted."""

from collections.abc import Mapping
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
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS, WORKS
from sanshe.core.ledgers.types import Column, Door, Filter, Ledger, Work, WorkLine
from sanshe.core.signing.enums import Grade
from sanshe.core.signing.phrases import GRADES
from sanshe.core.ui.queries import NAV
from sanshe.core.ui.types import NavItem
from sanshe.pledges import phrases
from sanshe.pledges.enums import E, P
from sanshe.pledges.models import Pledge
from sanshe.pledges.queries import campaigns
from sanshe.pledges.queries import pledges as queries

H = phrases.HEADS


def campaigns_of(actor: Actor) -> list[tuple[str, str]]:
    """The campaigns one may read, the newest first."""
    return [(str(pk), name) for pk, name in campaigns.campaigns(actor).values_list("pk", "name")[:40]]


def _rows(actor: Actor, filters: Mapping[str, Any]) -> QuerySet[Pledge]:
    return Pledge.objects.select_related("signature", "text", "campaign", "unit")


PLEDGES = Ledger(
    code="pledges.pledges",
    title=phrases.LEDGER,
    needs=P.READ,
    columns=(
        Column("number", H["number"], width=20),
        Column("grade", H["grade"], lambda row: GRADES[Grade(row.grade)], width=14),
        Column("version", H["version"], "text.number", kind="number", width=8),
        Column("community", H["community"], lambda row: name_of(row.area_path), width=18),
        Column("unit", H["unit"], lambda row: row.unit.name if row.unit else "", width=18),
        Column("signed_at", H["signed_at"], kind="datetime", width=18),
        Column("state", H["state"], lambda row: phrases.PLEDGE_STATES[row.state], width=10),
        Column("digest", H["digest"], "signature.digest", width=66),
    ),
    rows=_rows,
    filters=(
        Filter("campaign", H["campaign"], options=campaigns_of, field="campaign_id"),
        Filter("grade", H["grade"], options=tuple(GRADES.items()), field="grade"),
        Filter("state", H["state"], options=tuple(phrases.PLEDGE_STATES.items()), field="state"),
        Filter("area", H["community"], kind="area", field="area_path"),
    ),
    key=("-signed_at", "pk"),
    seal="驾",
)


def waiting(actor: Actor) -> QuerySet[Any]:
    """Versions that wait for somebody else's approval."""
    return campaigns.drafts(actor)


def line(actor: Actor, at: datetime) -> WorkLine | None:
    """The campaign that runs, by grade."""
    row = campaigns.running(actor)
    if row is None:
        return None
    page, tally = reverse("pledges:campaign", args=[row.pk]), queries.tally(row.pledges.all(), at)
    figures = (Door(_("手机签"), tally.own_phone, page), Door(_("见证签"), tally.witnessed, page))
    return WorkLine(row.name, Door("", waiting(actor).count(), page), figures, row.closes_on, _("结束"))


def _to_count(line: Line, at: datetime) -> Said:
    page = reverse("pledges:drivers", args=[line.id(0), line.id(1)])
    return Said(page, line.facts[2], Due(line.day) if line.day else None)


def _to_approve(line: Line, at: datetime) -> Said:
    return Said(reverse("pledges:text", args=[line.id(0), line.facts[1]]), line.facts[2])


SOURCES_OF = (
    Source(
        "pledges.drivers", "驾", *phrases.DUTY_COUNT, Owner.ORGANISATION, P.UNIT,
        rows=lambda actor, at: queries.uncounted(at), say=_to_count, scope="unit", day="count_by", is_last_day=True,
        facts=("campaign", "unit", "campaign__name"), is_reminded=True,
    ),
    Source(
        "pledges.text", "驾", *phrases.DUTY_TEXT, Owner.HOLDER, P.APPROVE,
        rows=lambda actor, at: campaigns.all_drafts(), say=_to_approve, others="drafted_by",
        facts=("campaign", "number", "title"),
    ),
)  # fmt: skip


def figures(path: str, at: datetime) -> dict[str, int]:
    """Of a place: pledges in force by grade, and heads that pledged together beside them."""
    tally = queries.tally(Pledge.objects.filter(campaign__in=campaigns.held_in(path)), at)
    parts = {grade.letter: getattr(tally, grade.value) for grade in Grade}
    heads = sum(queries.together(row)[0] for row in campaigns.held_in(path))
    return {"effective": tally.whole, **parts, "D": heads}


def declare() -> None:
    """Called while the apps are made ready."""
    FIGURES.add("pledges", figures)
    for source in SOURCES_OF:
        SOURCES.add(source.code, source)
    LEDGERS.add(PLEDGES.code, PLEDGES)
    where = {"needs": P.READ, "url_name": "pledges:home"}
    WORKS.add(
        "pledges",
        Work(
            "pledges", "驾", phrases.NAME, line=line, waiting=waiting, order=30, finished=(E.CAMPAIGN_CLOSED,), **where
        ),
    )
    NAV.add("pledges", NavItem("驾", phrases.NAME, "pledges:home", (P.READ,), order=30, short=phrases.SHORT))

"""Applications: who may see which, what is open, what was before, and how many stand where."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Case, CharField, Count, F, Q, QuerySet, Value, When
from django.urls import reverse

from sanshe.core.areas.models import Area
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import DISTRICT, Actor
from sanshe.core.parties.models import Organisation
from sanshe.core.rows.queries import within
from sanshe.creation.enums import Level, P, Standing, State, TitleState
from sanshe.creation.models import Answer, Application, Scheme, Title
from sanshe.creation.types import Past

STREET = 9  # the length of a subdistrict's path


def _visible(actor: Actor) -> Q:
    """Those of one's areas, and those of the organisations one acts for."""
    return within(actor.paths(P.READ)) | Q(organisation__in=actor.organisations(P.APPLY))


def applications(actor: Actor) -> QuerySet[Application]:
    return Application.objects.filter(_visible(actor)).select_related("scheme", "organisation")


def application(actor: Actor, key: UUID) -> Application | None:
    return applications(actor).select_related("standard", "title", "proposal__notice").filter(pk=key).first()


def may_apply(actor: Actor, row: Application) -> bool:
    """Whether somebody speaks for this applicant: its representative, or who works at exactly this place."""
    if row.organisation_id:
        return row.organisation_id in actor.organisations(P.APPLY)
    return row.area_path in actor.paths(P.APPLY_STREET if row.level == Level.STREET else P.APPLY)


def above(row: Application) -> str:
    """The place that recommends: for a subdistrict its district, else the subdistrict."""
    return row.area_path[:DISTRICT] if row.level == Level.STREET else row.area_path[:STREET]


def may_recommend(actor: Actor, row: Application) -> bool:
    """The level above, for a unit and a community the subdistrict."""
    return actor.may_at(P.RECOMMEND_STREET if row.level == Level.STREET else P.RECOMMEND, row.area_path)


def assessed(*, streets: bool) -> QuerySet[Application]:
    """What waits for a recommendation, of subdistricts or of all others."""
    rows = Application.objects.filter(state=State.ASSESSED)
    return rows.filter(level=Level.STREET) if streets else rows.exclude(level=Level.STREET)


def same_applicant(scheme: Scheme, organisation: Organisation | None, area_path: str) -> QuerySet[Application]:
    """All that an applicant ever brought to a scheme."""
    who = Q(organisation=organisation) if organisation else Q(organisation=None, area_path=area_path)
    return Application.objects.filter(who, scheme=scheme)


def past(rows: QuerySet[Application]) -> list[Past]:
    """How its earlier ones ended, and its revoked titles."""
    failed = rows.filter(state=State.FAILED).values_list("ended_at", flat=True)
    revoked = Title.objects.filter(application__in=rows, state=TitleState.REVOKED).values_list("since", flat=True)
    return [
        *(Past(State.FAILED, None, shanghai.day(at)) for at in failed if at),
        *(Past(State.NAMED, TitleState.REVOKED, day) for day in revoked if day),
    ]


def title_of(rows: QuerySet[Application], today: date) -> Title | None:
    """The title an applicant holds, warned or suspended too."""
    found = Title.objects.filter(application__in=rows, ends_on__gte=today)
    return found.exclude(state__in=[TitleState.REVOKED, TitleState.ENDED]).first()


def answers(row: Application) -> dict[int, Answer]:
    return {one.no: one for one in row.answers.all()}


def board(rows: QuerySet[Application], today: date) -> QuerySet[Any]:
    """The newest of each applicant with its `stage`: how far it is, or how its title stands that day."""
    title = Case(
        When(title__state=TitleState.REVOKED, then=F("title__state")),
        When(Q(title__state=TitleState.ENDED) | Q(title__ends_on__lt=today), then=Value(str(Standing.EXPIRED))),
        default=F("title__state"),
        output_field=CharField(),
    )
    stage = Case(When(state=State.NAMED, then=title), default=F("state"), output_field=CharField())
    return rows.filter(is_current=True).exclude(state=State.WITHDRAWN).annotate(stage=stage)


def counts(rows: QuerySet[Any]) -> dict[tuple[str, str], int]:
    """How many of a board stand where, by level and stage."""
    found = rows.order_by().values_list("level", "stage").annotate(n=Count("pk"))
    return {(level, stage): n for level, stage, n in found}


def in_force(rows: QuerySet[Title], today: date) -> QuerySet[Title]:
    """Titles that count on a day: held or warned, within their term."""
    kept = [TitleState.HELD, TitleState.WARNED]
    return rows.filter(state__in=kept, starts_on__lte=today, ends_on__gte=today)


def share(row: Application, at: datetime) -> tuple[int, int]:
    """How many of the level below hold the title, of how many there are."""
    below = Area.objects.filter(within([row.area_path], "path"), level=Level.COMMUNITY, ended_on=None)
    paths = list(below.values_list("path", flat=True))
    where = {"application__area_path__in": paths, "application__level": Level.COMMUNITY}
    held = in_force(Title.objects.filter(scheme=row.scheme_id, **where), shanghai.day(at))
    return held.count(), len(paths)


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """Who applied, and where that stands."""
    found = applications(actor).filter(pk__in=ids).values_list("pk", "name")
    return {str(pk): (name, reverse("creation:application", args=[pk])) for pk, name in found}

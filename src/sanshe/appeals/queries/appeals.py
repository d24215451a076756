"""Which appeals somebody sees, who had a hand in one, and to whom its words are open."""

from collections.abc import Iterable
from datetime import datetime
from typing import cast
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse

from sanshe.appeals.enums import Channel, ClockKind, LegState, P, State
from sanshe.appeals.models import Appeal, Clock, Contact, Leg, Pause, Verification
from sanshe.appeals.models.leg import OPEN
from sanshe.core.accounts.queries.people import holders
from sanshe.core.areas.rules import district_of
from sanshe.core.calendar.queries import worktime
from sanshe.core.calendar.types import Pause as Stood
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.privacy.fields import BlindIndex
from sanshe.core.rows.queries import within
from sanshe.core.rows.types import Done


def appeals(actor: Actor, code: str = P.READ) -> QuerySet[Appeal]:
    """Those of one's areas, those that one's unit was sent, and the one that one is to verify until it is closed."""
    paths = actor.paths(code)
    sent = Leg.objects.filter(within(paths, "unit_path"), appeal=OuterRef("pk")).exclude(state=LegState.ENDED)
    named = Q(verifier=actor.key) & ~Q(state__in=State.over())
    return Appeal.objects.filter(within(paths) | Exists(sent) | named)


def appeal(actor: Actor, key: UUID, code: str = P.READ) -> Appeal | None:
    return appeals(actor, code).filter(pk=key).select_related("category", "duty_item").first()


def open_appeals(actor: Actor) -> QuerySet[Appeal]:
    return appeals(actor).exclude(state__in=State.over())


def lead(row: Appeal) -> Leg | None:
    """The unit that leads it now, or led it last."""
    rows = Leg.objects.filter(appeal=row, is_lead=True)
    return rows.filter(state__in=OPEN).first() or rows.order_by("-sent_at", "-pk").first()


def may_record(actor: Actor, leg: Leg) -> bool:
    """A unit's own people; for a unit without people here, whoever works at the place."""
    return actor.may_at(P.HANDLE, leg.unit_path or leg.appeal.area_path)


def helping(actor: Actor, row: Appeal) -> Leg | None:
    """A unit that was asked to help and for which this person may agree."""
    rows = Leg.objects.filter(appeal=row, is_lead=False, state=LegState.SENT).select_related("appeal")
    return next((one for one in rows if may_record(actor, one)), None)


def handlers(row: Appeal) -> set[UUID]:
    """Everybody who did something about it: signed, contacted, began, paused, reported."""
    of_legs = Leg.objects.filter(appeal=row).values_list("handler", "begun_by", "done_by")
    found = {one for several in of_legs for one in several}
    found |= {*Contact.every.filter(appeal=row).values_list("noted_by", flat=True)}
    found |= {*Pause.every.filter(clock__appeal=row).values_list("noted_by", flat=True)}
    return {one for one in found if one}


def verifiers(row: Appeal) -> set[UUID]:
    found = {row.verifier, *Verification.every.filter(appeal=row).values_list("noted_by", flat=True)}
    return {one for one in found if one}


def may_verify(actor: Actor, row: Appeal) -> bool:
    """Whoever was named, else who verifies at the place."""
    return actor.id == row.verifier if row.verifier else actor.may_at(P.VERIFY, row.area_path)


def may_be_named(row: Appeal, person: UUID, at: datetime, place: str) -> bool:
    """Somebody who verifies at a place of the same district: where it is small, of another community."""
    return district_of(place) == district_of(row.area_path) and any(
        one.pk == person for one in holders(P.VERIFY, place, at)
    )


def may_read_words(actor: Actor, row: Appeal) -> bool:
    """The words of sensitive matters are open to who screens it, and then to handler and verifier only."""
    if not row.category.is_sensitive:
        return True
    if row.state == State.RECEIVED:
        return actor.may_at(P.SCREEN, row.area_path)
    return actor.id is not None and actor.id in handlers(row) | verifiers(row)


def running(row: Appeal, kind: ClockKind, leg: Leg | None = None) -> Clock | None:
    return Clock.objects.filter(appeal=row, kind=kind, leg=leg, stopped_at=None).first()


def is_paused(row: Appeal) -> bool:
    clock = running(row, ClockKind.HANDLE)
    return clock is not None and clock.paused_at is not None


def by_state(rows: QuerySet[Appeal]) -> dict[str, int]:
    """How many stand where."""
    return dict(rows.order_by().values_list("state").annotate(n=Count("pk")))


def last_clock(row: Appeal, kind: ClockKind) -> Clock | None:
    return Clock.objects.filter(appeal=row, kind=kind, leg=None).order_by("-started_at", "-pk").first()


def paused_days(clock: Clock) -> int:
    """Working days that the pauses of a matter took, all turns together."""
    rows = Pause.objects.filter(clock__appeal=clock.appeal_id, ends_at__isnull=False)
    return sum(worktime().workdays_in(one) for one in stood(rows.values_list("starts_at", "ends_at")))


def stood(spans: Iterable[tuple[datetime, datetime]]) -> list[Stood]:
    return [Stood(start, end) for start, end in spans]


def over(at: datetime) -> Q:
    """Appeals with a passed clock; one with two counts once."""
    return Q(Exists(Clock.objects.filter(appeal=OuterRef("pk"), stopped_at=None, paused_at=None, due_at__lte=at)))


def uncontacted(rows: QuerySet[Appeal]) -> int:
    """Of these, whose first contact is still to come."""
    return Clock.objects.filter(appeal__in=rows, kind=ClockKind.CONTACT, stopped_at=None).count()


IN_DAYS = (ClockKind.HANDLE, ClockKind.LEG, ClockKind.VERIFY, ClockKind.CALL)


def ending_today(rows: QuerySet[Appeal], at: datetime) -> int:
    """Of these, how many clocks end today; those of contact, screening, signing and disputes stand in the rows."""
    until = shanghai.end(shanghai.day(at))
    found = Clock.objects.filter(appeal__in=rows, kind__in=IN_DAYS, stopped_at=None, paused_at=None)
    return found.filter(due_at__gt=at, due_at__lte=until).count()


def tracked(index: str) -> list[UUID]:
    """Those that are followed by this number and these digits."""
    return list(Appeal.objects.filter(track_index=index).values_list("pk", flat=True))


def code_index(code: str) -> str:
    """The blind index of a code."""
    return cast(BlindIndex, Appeal._meta.get_field("code_index")).of(code) or ""


def own_appeal(key: UUID) -> Appeal | None:
    """A resident's own, found by its number and digits or by its code; whoever asks has to have found it so."""
    return Appeal.objects.filter(pk=key).select_related("category").first()


def received(row: Appeal) -> Done | None:
    """That it was handed in by one's own telephone, while it can be taken back."""
    if row.channel != Channel.WEB or row.state == State.TAKEN_BACK:
        return None
    return Done(row.received_at, is_handled=row.state != State.RECEIVED)


def may_reopen(row: Appeal, at: datetime) -> bool:
    """Whether its resident may still say that it is not over."""
    return row.state == State.CLOSED and row.reopen_until is not None and at < row.reopen_until


def by_code(index: str) -> Appeal | None:
    """The one that is followed by a code alone."""
    return Appeal.objects.filter(code_index=index).first() if index else None


def ids_still_named(ids: Iterable[UUID]) -> set[UUID]:
    """Persons whose matter is open."""
    rows = Appeal.objects.filter(person__in=list(ids)).exclude(state__in=State.over())
    return {one for one in rows.values_list("person", flat=True) if one}


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What appeals are called, and where they stand."""
    found = appeals(actor).filter(pk__in=ids).values_list("pk", "number", "title")
    return {str(pk): (f"{number} {title}", reverse("appeals:appeal", args=[pk])) for pk, number, title in found}

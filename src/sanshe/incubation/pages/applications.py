"""One line for each application of a batch: what the screening said, its score, what it is now and what comes next."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from sanshe.core.calendar.types import Due
from sanshe.core.kit import shanghai
from sanshe.core.objections.queries import open_rows
from sanshe.core.ui.queries import day_words
from sanshe.incubation.enums.agreement.agreement import AgreementState
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.decision.decision import PlaceState
from sanshe.incubation.enums.notice.objection import KIND
from sanshe.incubation.models import Agreement, Batch, Place, Screening, Slot
from sanshe.incubation.phrases.call import batch as words
from sanshe.incubation.phrases.call.application import REGISTRATIONS
from sanshe.incubation.phrases.decision import decision as decided
from sanshe.incubation.queries.decision.decision import result_of, tabulation_of
from sanshe.incubation.queries.panel.score import is_all_sealed
from sanshe.incubation.rules.decision.tabulation import two_places

NOTHING = "—"


class Word(NamedTuple):
    """A pill: its state and its word."""

    state: str
    text: Any


@dataclass(frozen=True, slots=True)
class Line:
    """One application in the list of a batch."""

    application: Any
    drawn: int | str
    mean: str
    rank: int | str
    registration: Any
    screened: Word
    state: Word
    following: str


@dataclass(frozen=True, slots=True)
class Around:
    """What a page of applications has around it, each read once."""

    drawn: dict[UUID, int]
    places: dict[UUID, Place]
    answers: dict[UUID, date | None]
    screenings: dict[UUID, Screening]
    ends: dict[UUID, date | None]
    standings: dict[str, Any] = field(default_factory=dict)


def lines(batch: Batch, applications: list[Any], at: datetime, sees: bool) -> list[Line]:
    """The lines of one page, in the order given; scores, ranks and places only for who may see them."""
    around = _around(batch, [one.pk for one in applications], sees)
    return [_line(one, around, batch, at) for one in applications]


def _around(batch: Batch, keys: list[UUID], sees: bool) -> Around:
    blocking = open_rows(KIND, listing=batch.pk)
    signed = Agreement.objects.filter(place__application__in=keys, state=AgreementState.SIGNED)
    screenings = Screening.objects.filter(application__in=keys).select_related("review").order_by("no")
    return Around(
        drawn=dict(Slot.objects.filter(application__in=keys).values_list("application_id", "place")),
        places={one.application_id: one for one in Place.objects.filter(application__in=keys)} if sees else {},
        answers=dict(blocking.values_list("subject", "answer_due_on")),
        screenings={one.application_id: one for one in screenings},
        ends=dict(signed.values_list("place_id", "term_to")),
        standings=standings(batch) if sees else {},
    )


def standings(batch: Batch) -> dict[str, Any]:
    """Mean and rank by application, once the last sheet of the session is sealed and there is a run."""
    run = tabulation_of(batch) if is_all_sealed(batch) else None
    return {s.applicant: s for s in result_of(run).standings} if run else {}


def _line(one: Any, around: Around, batch: Batch, at: datetime) -> Line:
    found, place = around.standings.get(str(one.pk)), around.places.get(one.pk)
    mean, rank = (two_places(found.mean), found.rank) if found else ("", NOTHING)
    is_blocked = place is not None and place.pk in around.answers
    state = Word(*words.BLOCKED) if is_blocked else _state(one, place)
    said = _of_place(place, around, batch) if place else _before(one, around.screenings.get(one.pk), at)
    said_to_be, screened = REGISTRATIONS.get(one.registration, ""), Word(*words.SCREENED[S(one.state)])
    return Line(one, around.drawn.get(one.pk, NOTHING), mean, rank, said_to_be, screened, state, said)


def _state(one: Any, place: Place | None) -> Word:
    if place is None:
        return Word(*words.STANDING[S(one.state)])
    said = str(decided.PLACE_STATES[PlaceState(place.state)])
    said = f"{said} {place.reserve_no}" if place.reserve_no else said
    return Word(words.PLACE_PILLS[PlaceState(place.state)], said)


def _of_place(place: Place, around: Around, batch: Batch) -> str:
    """What comes next for who was decided about."""
    if place.pk in around.answers:
        due = around.answers[place.pk]
        return str(words.NEXT_BLOCKED).format(day=day_words(due)) if due else str(words.NEXT_UNACCEPTED)
    days = {"term": around.ends.get(place.pk), "until": batch.reserve_until}
    known = {name: day_words(day, is_long=True) for name, day in days.items() if day}
    said = words.NEXT.get(PlaceState(place.state), ("", ""))
    return str(said[0]).format(**known) if said[1] in ("", *known) else ""


def _before(one: Any, screening: Screening | None, at: datetime) -> str:
    """What comes next for who was not decided about, or how it ended."""
    said = words.BEFORE.get(S(one.state), "")
    if screening is None or not said:
        return str(said)
    days = {"day": day_words(shanghai.day(screening.decided_at))}
    if screening.due_on:
        days["due"] = day_words(screening.due_on)
        late = one.state == S.RETURNED and at >= Due(screening.due_on).moment
        said = words.BEFORE[S.OVERDUE] if late else said
    asked = getattr(screening, "review", None)
    return str(said).format(**days) + (str(words.REVIEWS[asked.outcome]) if asked else "")

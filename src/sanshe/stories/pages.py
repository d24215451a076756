"""The values of the pages of stories: the draft with its sources, what is missing, the printed piece."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sanshe.core.accounts.queries.people import names_of
from sanshe.core.areas.queries import community_choices
from sanshe.core.consents import queries as consents
from sanshe.core.consents.enums import Medium
from sanshe.core.consents.phrases import MEDIA
from sanshe.core.privacy.rules import mask_name
from sanshe.stories import phrases, queries
from sanshe.stories.enums import Basis, R, State, Trait
from sanshe.stories.models import Lead, Sentence, Story
from sanshe.stories.types import Ready, Tally

STEPS = (State.WRITING, State.CHECKED, State.MASKED, State.REVIEWED, State.PUBLISHED)


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence with what it rests on, in words."""

    row: Sentence
    source: str
    basis: Any
    is_bare: bool


@dataclass(frozen=True, slots=True)
class Piece:
    """A story in the list: its words by what they rest on, and what it waits for."""

    row: Story
    state: Any
    tally: Tally
    waits: tuple[str, ...]


def lines(rows: Iterable[Sentence]) -> list[Line]:
    return [_line(row) for row in rows]


def _line(row: Sentence) -> Line:
    basis = Basis(row.basis)
    source = row.event if basis == Basis.EVENT else row.sources
    return Line(row, source, phrases.BASES[basis], basis == Basis.NONE and row.omitted_at is None)


def pieces(rows: Iterable[Story], at: datetime) -> list[Piece]:
    return [Piece(row, phrases.STATES[State(row.state)], queries.counted(row), _waits(row, at)) for row in rows]


def _waits(row: Story, at: datetime) -> tuple[str, ...]:
    return lacking(queries.ready(row, at)) if row.state in State.drafts() else ()


def lacking(ready: Ready) -> tuple[str, ...]:
    """What stands between a draft and print, each in its own words."""
    said = phrases.SENTENCES
    bare = [str(said[R.NO_SOURCE]).format(n=n) for n in ready.bare]
    asked = [
        str(said[R.CONSENT_MISSING]).format(person=part, medium=MEDIA[Medium(medium)]) for part, medium in ready.missing
    ]
    cases = [str(said[R.CASE_OPEN]).format(code=code) for code in ready.open_cases]
    return (*bare, *asked, *cases)


def rail(row: Story) -> list[tuple[Any, bool, bool]]:
    """(step, is done, is now) of the way to print."""
    there = STEPS.index(State(row.state)) if row.state in STEPS else -1
    return [(phrases.STATES[step], n <= there, n == there + 1) for n, step in enumerate(STEPS)]


def hands(row: Story) -> dict[str, str]:
    """Who wrote, checked and reviewed."""
    ids = {"writer": row.written_by, "checker": row.checked_by, "reviewer": row.reviewed_by}
    names = names_of({one for one in ids.values() if one})
    return {duty: names.get(key, "") if key else "" for duty, key in ids.items()}


def traits(row: Story) -> list[tuple[Any, str]]:
    return [(phrases.TRAITS[one], row.traits.get(str(one), "")) for one in Trait]


def people(row: Story) -> list[tuple[str, str]]:
    """Who was asked for consent, by their part: a name is never chosen by."""
    found = {str(one.person): one.part for one in consents.requests(queries.KIND, row.pk)}
    return list(found.items())


def leads(rows: Iterable[Lead]) -> list[tuple[Lead, Any, str]]:
    return [(row, phrases.LEAD_STATES[row.state], mask_name(row.teller_name)) for row in rows]


def places(paths: Iterable[str]) -> list[tuple[str, str]]:
    return community_choices(paths)


def printed(row: Story, at: datetime) -> dict[str, Any]:
    """The piece as anybody reads it: what stands, how many sentences went, how it was checked, who agreed."""
    rows = queries.sentences(row)
    return {
        "story": row,
        "sentences": [one for one in rows if one.omitted_at is None],
        "tally": queries.counted(row),
        "hands": hands(row),
        "agreed": len({who for who, _medium in consents.given(queries.KIND, row.pk, at)}),
        "corrections": [(one, number_of(rows, one.sentence_id)) for one in row.corrections.all()],
        "open_cases": queries.open_cases(row, at),
    }


def number_of(rows: Iterable[Sentence], key: Any) -> int:
    return next((one.number for one in rows if one.pk == key), 0)

"""Where each organisation of a batch stands, from the mid-term assessment to graduation or leaving."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.end.assessment import AssessmentState, Kind
from sanshe.incubation.enums.end.exit import ExitState
from sanshe.incubation.models import Assessment, Batch, Entry, Exit, Extension, Graduation, Rectification
from sanshe.incubation.phrases.agreement import register as register_words
from sanshe.incubation.phrases.end import assessment as words
from sanshe.incubation.phrases.end import exit as exit_words
from sanshe.incubation.phrases.end import graduation as graduation_words
from sanshe.incubation.phrases.end import rectification as rectification_words
from sanshe.incubation.queries.end.assessment import answered, window


@dataclass(frozen=True, slots=True)
class Cell:
    """One stage of one organisation: its word, its pill, its page."""

    text: Any = ""
    pill: str = "wait"
    url: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """One organisation of the batch. `midterm` to `end` are cells, empty where nothing happened yet."""

    entry: Any
    midterm: Cell
    rectification: Cell
    final: Cell
    end: Cell
    answered: frozenset[str]

    def to_announce(self, today: date) -> list[Kind]:
        """The assessments that could be announced to this organisation today."""
        if self.entry.state != EntryState.IN_INCUBATION:
            return []
        windows = {kind: window(self.entry, kind) for kind in Kind if kind not in self.answered}
        return [kind for kind, (first, last) in windows.items() if first <= today <= last]


def board(batch: Batch, recused: Collection[UUID] = ()) -> list[Row]:
    """Everybody who entered with this batch, by name, in eight queries however many they are. How an assessment from
    which the reader stepped aside went, and what followed from it, is not said."""
    entries = Entry.objects.filter(batch=batch).select_related("organisation", "agreement")
    assessments: dict[Any, dict[str, Assessment]] = {}
    for one in Assessment.objects.filter(batch=batch).order_by("round"):
        assessments.setdefault(one.entry_id, {})[one.kind] = one
    over = answered(batch)
    by_entry = [_by_entry(model, batch) for model in (Rectification, Extension, Graduation, Exit)]
    return [
        _row(
            entry,
            over.get(entry.pk, set()),
            assessments.get(entry.pk, {}),
            [one.get(entry.pk) for one in by_entry],
            recused,
        )
        for entry in entries.order_by("organisation__name", "pk")
    ]


def _by_entry(model: Any, batch: Batch) -> dict[Any, Any]:
    """The newest row of each entry; keys of time order, so the last one stands."""
    return {one.entry_id: one for one in model.objects.filter(entry__batch=batch).order_by("pk")}


def _row(
    entry: Entry, over: set[str], found: dict[str, Assessment], after: list[Any], recused: Collection[UUID]
) -> Row:
    base, (rectified, extended, graduated, left) = f"/incubation/entries/{entry.pk}/", after
    midterm, final = (_assessment(found.get(kind), base, recused) for kind in (Kind.MIDTERM, Kind.GRADUATION))
    is_shut = rectified is not None and rectified.assessment_id in recused
    rectification = _rectification(None if is_shut else rectified, extended, base)
    return Row(entry, midterm, rectification, final, _end(entry, graduated, left, base), frozenset(over))


def _assessment(row: Assessment | None, base: str, recused: Collection[UUID]) -> Cell:
    if row is None:
        return Cell()
    url = f"{base}assessments/{row.pk}/"
    if row.pk in recused:
        return Cell(words.STEPPED_ASIDE, "off", url)
    if row.state == AssessmentState.DECIDED:
        return Cell(words.VERDICTS[row.verdict], words.VERDICT_PILLS[row.verdict], url)
    return Cell(words.STATES[row.state], words.PILLS[row.state], url)


def _rectification(rectified: Rectification | None, extended: Extension | None, base: str) -> Cell:
    if extended:
        word = rectification_words.EXTENSIONS[extended.state]
        text = f"{rectification_words.KINDS['incubation.extension']} {word}"
        return Cell(text, "run", f"{base}graduation/")
    if rectified is None:
        return Cell()
    state = rectified.state
    url = f"{base}rectifications/{rectified.pk}/"
    return Cell(rectification_words.STATES[state], rectification_words.PILLS[state], url)


def _end(entry: Entry, graduated: Graduation | None, left: Exit | None, base: str) -> Cell:
    if left and left.state != ExitState.WITHDRAWN:
        return Cell(exit_words.STATES[left.state], exit_words.PILLS[left.state], f"{base}exit/")
    if graduated:
        state = graduated.state
        return Cell(graduation_words.STATES[state], graduation_words.PILLS[state], f"{base}graduation/")
    return Cell(register_words.STATES[entry.state], "run", f"{base}graduation/")


def sums_of(rows: Iterable[Row]) -> dict[str, int]:
    """Graduated, in incubation and left add up to everybody of the batch."""
    states = [row.entry.state for row in rows]
    return {str(state): states.count(state) for state in EntryState} | {"all": len(states)}

"""What a sentence needs, and when a story may go on. Pure."""

from collections.abc import Iterable, Mapping

from sanshe.core.rows.enums import R as Rows
from sanshe.stories.enums import Basis, LeadState, R, State, Trait
from sanshe.stories.types import Ready, Said, Tally


def refusal_to_propose(*, title: str, teller: str) -> R | None:
    """What it would be about, and who would tell it."""
    if not title.strip():
        return R.NO_TITLE
    return None if teller.strip() else R.NO_TELLER


def refusal_to_begin(state: LeadState) -> R | None:
    """Nothing is written before the one who tells it said yes."""
    return None if state == LeadState.WILLING else R.NOT_WILLING


def refusal_to_write(said: Said) -> R | None:
    """A sentence may stand without a source while it is written; what it names as one must be there."""
    if not said.text.strip():
        return R.NO_TEXT
    if said.basis == Basis.EVENT:
        return R.NO_CASE if said.case is None else (None if said.event.strip() else R.NO_EVENT)
    return R.ONE_SOURCE if said.basis == Basis.SOURCES and len(sources_of(said.sources)) < 2 else None


def sources_of(text: str) -> list[str]:
    """Named sources, however they were put between commas."""
    parts = text.replace(",", "，").replace("、", "，").replace("；", "，").split("，")
    return list(dict.fromkeys(one.strip() for one in parts if one.strip()))


def tally(sentences: Iterable[tuple[int, Basis, bool]]) -> Tally:
    """Number, basis and whether it was left out, of each sentence."""
    rows = list(sentences)
    stands = [(number, basis) for number, basis, is_out in rows if not is_out]
    of = {basis: [number for number, one in stands if one == basis] for basis in Basis}
    return Tally(
        len(of[Basis.EVENT]), len(of[Basis.SOURCES]), len(of[Basis.FEELING]), tuple(of[Basis.NONE]),
        len(rows) - len(stands),
    )  # fmt: skip


def refusal_to_check(counted: Tally) -> R | None:
    """Each sentence that tells a fact has its source."""
    if not counted.whole:
        return R.NO_TEXT
    return R.NO_SOURCE if counted.bare else None


def refusal_to_mask(looked: Mapping[Trait, str]) -> R | None:
    """Each of the traits was looked for in the whole text, and what was found is written."""
    return None if all(looked.get(one, "").strip() for one in Trait) else R.NOT_LOOKED


def refusal_to_publish(ready: Ready) -> R | None:
    """Sources, then cases, then consents, then the review: whoever presses reads what is missing first."""
    if ready.bare:
        return R.NO_SOURCE
    if ready.missing:
        return R.CONSENT_MISSING
    if ready.open_cases:
        return R.CASE_OPEN
    return None if ready.state == State.REVIEWED else R.NOT_REVIEWED


def refusal_to_correct(*, old: str, new: str, is_out: bool) -> R | None:
    """Another text for a sentence that stands."""
    if is_out or not new.strip():
        return R.NO_TEXT
    return R.NO_CHANGE if old.strip() == new.strip() else None


def number(n: int) -> str:
    """How a story is called."""
    return f"讲-{n:03}"


def refusal_of_reason(reason: str) -> Rows | None:
    """An act of office says why."""
    return None if reason.strip() else Rows.NO_REASON


def refusal_when_not_public(state: State) -> R | None:
    """Before it is public it is rewritten; afterwards it is corrected."""
    return None if state == State.PUBLISHED else R.NOT_PUBLIC

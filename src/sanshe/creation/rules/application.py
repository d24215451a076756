"""An application: when one may be declared, what it needs, who is ready to be recommended."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from sanshe.core.kit.months import add_months
from sanshe.creation.enums import Level, R, Source, State, TitleState
from sanshe.creation.types import Criterion, Past, Terms


def free_from(past: Past, terms: Terms) -> date | None:
    """The first day on which somebody may come back; None where nothing keeps them."""
    if past.title == TitleState.REVOKED:
        return add_months(past.on, terms.revoked_months)
    return add_months(past.on, terms.retry_months) if past.state == State.FAILED else None


def first_day(past: Iterable[Past], terms: Terms) -> date | None:
    """The last of these days over all that was."""
    return max((day for one in past if (day := free_from(one, terms))), default=None)


def refusal_to_declare(*, is_open: bool, has_open: bool, has_title: bool, free: date | None, today: date) -> R | None:
    """One open application a scheme and applicant; who failed or was revoked comes back later."""
    checks = (
        (not is_open, R.SCHEME_SHUT),
        (has_open, R.OPEN),
        (has_title, R.HAS_TITLE),
        (free is not None and today < free, R.TOO_SOON),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_to_apply(*, level: Level, head: str) -> R | None:
    """A unit has a head on its own page; at a place it is who applies."""
    return R.NO_HEAD if level == Level.UNIT and not head.strip() else None


def refusal_to_assess(
    *,
    level: Level,
    drivers: int | None,
    criteria: Sequence[Criterion],
    words: Mapping[int, str],
    found: Mapping[int, str],
) -> R | None:
    """Each criterion has what shows it; what the police answer comes later. A unit counts its drivers."""
    if level == Level.UNIT and not drivers:
        return R.NO_DRIVERS
    if any(one.source == Source.WORDS and not words.get(one.no, "").strip() for one in criteria):
        return R.NO_WORDS
    missing = any(one.source == Source.RECORD and not found.get(one.no) for one in criteria)
    return R.RECORD_MISSING if missing else None


def refusal_of_share(*, held: int, of: int, share: int) -> R | None:
    """A level above needs a share of the level below, counted that day."""
    return None if of and held * 100 >= share * of else R.SHARE_SHORT


def period(*, asked_on: date, since: date | None = None) -> tuple[date, date]:
    """What the police are asked about: the year up to yesterday, or since the title began."""
    return since or add_months(asked_on, -12), asked_on - timedelta(days=1)

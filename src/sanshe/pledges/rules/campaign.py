"""Campaigns and the versions of their text."""

from datetime import date

from sanshe.pledges.enums import CampaignState, R
from sanshe.pledges.types import Term

AGREES = "我同意用手机验证码签这一份，它和手写签名一样算数。愿意手写的，社区和单位都有纸质的。"


def refusal_to_open(*, name: str, opens_on: date, closes_on: date) -> R | None:
    """A name, and days in their order."""
    if not name.strip():
        return R.NO_NAME
    return None if opens_on <= closes_on else R.DAYS_WRONG


def refusal_to_draft(*, state: CampaignState, clauses: str, change: str, number: int, drafts: int) -> R | None:
    """One draft at a time; from the second version on it says what is different."""
    if state == CampaignState.CLOSED:
        return R.CLOSED
    if drafts:
        return R.DRAFT_OPEN
    if not clauses_of(clauses):
        return R.NO_TEXT
    return None if number == 1 or change.strip() else R.NO_CHANGE


def clauses_of(text: str) -> tuple[str, ...]:
    """A line a clause."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def shown(*, title: str, number: int, opening: str, clauses: str, months: int) -> str:
    """The exact text a signer is shown: its bytes are kept. The page is made of the same parts."""
    lines = [f"《{title}》第 {number} 版", opening]
    lines += [f"{n}. {clause}" for n, clause in enumerate(with_agreement(clauses), 1)]
    return "\n".join([*lines, close_of(months), ""])


def with_agreement(clauses: str) -> tuple[str, ...]:
    """The clauses of a version; the last one is that it is signed by a code."""
    return (*clauses_of(clauses), AGREES)


def close_of(months: int) -> str:
    """What stands below the clauses."""
    return f"承诺从生效起管 {months} 个月。随时可以撤回，不用说原因。"


def refusal_when_shut(term: Term, *, on: date) -> R | None:
    """Both printed days count."""
    if term.is_closed:
        return R.CLOSED
    return None if term.opens_on <= on <= term.closes_on else R.NOT_OPEN

"""Campaigns and the versions of their text."""

from datetime import date

from sanshe.pledges.enums import CampaignState, R
from sanshe.pledges.types import Term

AGREES = "我同意用电子方式签这份承诺书：用发到本人手机的验证码签，和手写签名一样算数。不想用手机签，可以签纸面。"


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


def shown(*, title: str, number: int, clauses: str, months: int) -> str:
    """The exact text a signer is shown. What stands on the page is made of its lines; its bytes are kept."""
    lines = [f"《{title}》第 {number} 版"]
    lines += [f"{n}. {clause}" for n, clause in enumerate(clauses_of(clauses), 1)]
    return "\n".join([*lines, AGREES, f"承诺从生效起管 {months} 个月。随时可以撤回，不用说原因。", ""])


def refusal_when_shut(term: Term, *, on: date) -> R | None:
    """Both printed days count."""
    if term.is_closed:
        return R.CLOSED
    return None if term.opens_on <= on <= term.closes_on else R.NOT_OPEN

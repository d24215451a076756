"""When an organisation may be proposed for graduation, graduate, and be visited afterwards."""

import datetime

from sanshe.core.kit.months import add_months
from sanshe.incubation.enums.end.graduation import VISIT_EVERY, VISIT_SLACK_DAYS
from sanshe.incubation.enums.end.graduation import GraduationRefusal as R


def refusal_to_propose(
    *, in_incubation: bool, recommended: bool, rectification_open: bool, leaving: bool, proposed: bool
) -> R | None:
    """Recommended by the newest assessment, nothing open against it, once."""
    checks = (
        (not in_incubation, R.NOT_IN_INCUBATION),
        (leaving, R.LEAVING),
        (proposed, R.PROPOSED_ALREADY),
        (not recommended, R.NOT_RECOMMENDED),
        (rectification_open, R.RECTIFICATION_OPEN),
    )
    return next((code for holds, code in checks if holds), None)


def filing_stands(*, filing_number: str, until: datetime.date | None, today: datetime.date) -> str:
    """The filing's number while its certificate is valid; one without a printed last day stands."""
    return filing_number if filing_number and (until is None or today <= until) else ""


def refusal_of_visit(
    *, done: bool, due_on: datetime.date, follow_until: datetime.date, today: datetime.date, record: str
) -> R | None:
    """A visit belongs to its own three months; a month after the follow-up's end there are no more."""
    opens = add_months(due_on, -VISIT_EVERY)
    checks = (
        (done, R.VISIT_DONE),
        (today <= opens, R.VISIT_EARLY),
        (not is_followed(follow_until=follow_until, today=today), R.VISITS_OVER),
        (not record.strip(), R.NO_RECORD),
    )
    return next((code for holds, code in checks if holds), None)


def is_followed(*, follow_until: datetime.date, today: datetime.date) -> bool:
    """The follow-up ends by itself, a month after its last visit was due."""
    return today <= follow_until + datetime.timedelta(days=VISIT_SLACK_DAYS)

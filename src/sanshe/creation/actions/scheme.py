"""Schemes: drafted, given a standard for each level, opened, closed."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import insist
from sanshe.core.parties.models import Office
from sanshe.core.rows.actions import change, move, record
from sanshe.creation.enums import E, Ground, Level, R, SchemeState
from sanshe.creation.models import Scheme, Standard
from sanshe.creation.queries.records import RECORDS
from sanshe.creation.queries.schemes import standard
from sanshe.creation.rules import scheme as rules
from sanshe.creation.types import Criterion, Terms


@transaction.atomic
def draft_scheme(
    *, office: Office, name: str, prefix: str, terms: Terms, grounds: Sequence[Ground], by: Actor, at: datetime
) -> Scheme:
    """A scheme of an office and its place, with its terms and the grounds on which a title is revoked."""
    insist(rules.refusal_to_draft(name=name, prefix=prefix, terms=terms))
    said = {"name": name.strip(), "prefix": prefix.strip(), "months": terms.months, "share": terms.share}
    said |= {"retry_months": terms.retry_months, "revoked_months": terms.revoked_months}
    said |= {"renew_from": terms.renew_from, "renew_to": terms.renew_to, "grounds": [str(one) for one in grounds]}
    row = Scheme.objects.create(office=office, area_path=office.area_path, drafted_at=at, **said)
    record(E.SCHEME_DRAFTED, row, by=by, at=at, office=office.name, **said)
    return row


@transaction.atomic
def set_standard(*, scheme: Scheme, level: Level, criteria: Sequence[Criterion], by: Actor, at: datetime) -> Standard:
    """The next version of the criteria of a level; who applied before keeps theirs."""
    insist(None if scheme.state != SchemeState.CLOSED else R.SCHEME_SHUT)
    insist(rules.refusal_of_criteria(criteria, records=RECORDS.codes()))
    last = standard(scheme, level)
    said = {
        "level": Level(level),
        "number": last.number + 1 if last else 1,
        "criteria": [one.plain() for one in criteria],
    }
    change(scheme)  # whoever set the same version meanwhile is told
    row = Standard.objects.create(scheme=scheme, area_path=scheme.area_path, set_at=at, set_by=by.id, **said)
    record(E.STANDARD_SET, scheme, by=by, at=at, **said)
    return row


@transaction.atomic
def open_scheme(*, scheme: Scheme, by: Actor, at: datetime) -> Scheme:
    """It takes applications from now on, for the levels that have a standard."""
    insist(None if scheme.standards.exists() else R.NO_STANDARD)
    move(scheme, SchemeState.OPEN)
    record(E.SCHEME_OPENED, scheme, by=by, at=at)
    return scheme


@transaction.atomic
def close_scheme(*, scheme: Scheme, by: Actor, at: datetime) -> Scheme:
    """It takes no more applications; what is under way goes on, titles stand."""
    move(scheme, SchemeState.CLOSED)
    record(E.SCHEME_CLOSED, scheme, by=by, at=at)
    return scheme

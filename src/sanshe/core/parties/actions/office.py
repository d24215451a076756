"""Writing offices."""

import datetime

from django.db import IntegrityError, transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.parties.enums import E, P, R, Side
from sanshe.core.parties.models import Office, Organisation
from sanshe.core.parties.rules import office as rules
from sanshe.core.rows.actions import change, record


@transaction.atomic
def open_office(
    *,
    name: str,
    side: Side,
    number_prefix: str,
    short_prefix: str,
    letters: str,
    area_path: str,
    phone: str,
    address: str,
    hours: str,
    operator: Organisation | None = None,
    masthead: str = "",
    by: Actor,
    at: datetime.datetime,
) -> Office:
    """Enter an office with the prefix of its numbers. Refuses OFFICE_TAKEN for a name or letters that stand."""
    _insist_yours(by, area_path)
    insist(rules.refusal_of_office(name=name, prefixes=(number_prefix, short_prefix), letters=letters))
    said = {"name": name.strip(), "side": Side(side), "letters": letters.strip()}
    said |= {"number_prefix": number_prefix.strip(), "short_prefix": short_prefix.strip()}
    where = {"area_path": area_path, "phone": phone, "address": address, "hours": hours, "masthead": masthead.strip()}
    try:
        with transaction.atomic():
            row = Office.objects.create(operator=operator, **said, **where)
    except IntegrityError as error:
        raise Refused(R.OFFICE_TAKEN) from error
    record(E.OFFICE_OPENED, row, by=by, at=at, **said, operator=row.operator_id)
    return row


@transaction.atomic
def change_office(
    *,
    office: Office,
    version: int,
    name: str,
    phone: str,
    address: str,
    hours: str,
    operator: Organisation | None,
    masthead: str,
    by: Actor,
    at: datetime.datetime,
) -> Office:
    """Another name or way to reach it, as it was read; the name before stays beside the new one."""
    _insist_yours(by, office.area_path)
    insist(
        rules.refusal_of_office(name=name, prefixes=(office.number_prefix, office.short_prefix), letters=office.letters)
    )
    insist(None if office.version == version else R.STALE)
    given = {"name": name.strip(), "phone": phone, "address": address, "hours": hours, "masthead": masthead.strip()}
    old = {field: getattr(office, field) for field in given}
    former = {"former_name": office.name} if given["name"] != office.name else {}
    try:
        with transaction.atomic():
            change(office, refused=R.STALE, operator=operator, **given, **former)
    except IntegrityError as error:
        raise Refused(R.OFFICE_TAKEN) from error
    changed = {field: value for field, value in given.items() if old[field] != value}
    record(E.OFFICE_CHANGED, office, by=by, at=at, old={field: old[field] for field in changed}, **changed)
    return office


def _insist_yours(by: Actor, area_path: str) -> None:
    """Offices of one's own areas only; the system sets up any."""
    insist(None if not by.is_known or by.may_at(P.OFFICES, area_path) else R.NOT_YOUR_AREA)

"""Writing organisations."""

import datetime
from collections.abc import Mapping
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.parties import rules
from sanshe.core.parties.enums import E, Kind, R, Registration
from sanshe.core.parties.models import Organisation
from sanshe.core.parties.queries import search_entry
from sanshe.core.rows.actions import change, record
from sanshe.core.rows.queries import within
from sanshe.core.rows.rules import refusal_of_phone
from sanshe.core.search import actions as search

SECRET = ("head_name", "head_phone", "contact_name", "contact_phone", "bank_account")
FACTS = ("name", "kind", "registration", "credit_code", "filing_number", "area_path")


def _insist_phones(fields: Mapping[str, Any]) -> None:
    """What is there from before stays as it is; what is given now is a whole number."""
    for name in ("head_phone", "contact_phone"):
        insist(refusal_of_phone(fields.get(name) or ""), field=name)


@transaction.atomic
def register_organisation(*, by: Actor, at: datetime.datetime, **fields: Any) -> Organisation:
    """Enter an organisation once for life. Raises Refused for a wrong or a taken code. What somebody enters of
    themselves is their own word until staff have seen it (`prove_organisation`)."""
    _insist_sound(fields)
    _insist_phones(fields)
    row = Organisation(**fields, registered_at=at, proven_at=at if by.is_staff else None)
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise Refused(R.CODE_TAKEN, given=fields.get("credit_code", "")) from error
    record(E.REGISTERED, row, by=by, at=at, **_told(fields))
    search.index_all([search_entry(row)])
    return row


@transaction.atomic
def update_organisation(
    *, organisation: Organisation, version: int, by: Actor, at: datetime.datetime, **fields: Any
) -> Organisation:
    """Change named fields as they were read at `version`; what was changed meanwhile is refused as STALE."""
    row = Organisation.objects.filter(pk=organisation.pk, version=version, merged_into=None).first()
    if row is None:
        raise Refused(R.STALE)
    old = {name: getattr(row, name) for name in fields}
    _insist_phones(fields)
    change(row, refused=R.STALE)
    for name, value in fields.items():
        setattr(row, name, value)
    if fields.get("name", old.get("name")) != old.get("name"):
        row.former_name, row.renamed_on = old["name"], shanghai.day(at)
    _insist_sound({name: getattr(row, name) for name in FACTS})
    row.save()
    record(E.CHANGED, row, by=by, at=at, old=_told(old), **_told(fields))
    search.index_all([search_entry(row)])
    return row


@transaction.atomic
def prove_organisation(*, organisation: Organisation, how: str, by: Actor, at: datetime.datetime) -> None:
    """Staff have seen that it is who it says: from here on its registered telephones prove who speaks for it. Again is
    nothing."""
    if Organisation.objects.filter(pk=organisation.pk, proven_at=None).update(proven_at=at):
        record(E.PROVEN, organisation, by=by, at=at, note=how.strip()[:200])


@transaction.atomic
def move_organisations(*, path: str, into: str, by: Actor, at: datetime.datetime) -> None:
    """An area ends: its organisations stand in another one from now on."""
    for row in Organisation.objects.filter(within([path]), merged_into=None):
        old = row.area_path
        change(row, refused=R.STALE, area_path=into)
        record(E.CHANGED, row, by=by, at=at, old={"area_path": old}, area_path=into)
        search.index_all([search_entry(row)])


@transaction.atomic
def show(*, organisation: Organisation, by: Actor, at: datetime.datetime) -> dict[str, str]:
    """The clear text of what is masked; the look goes on record before it is given."""
    record(E.SHOWN, organisation, by=by, at=at)
    return {name: getattr(organisation, name) for name in SECRET}


def _insist_sound(fields: dict[str, Any]) -> None:
    fields["credit_code"] = rules.tidied(fields.get("credit_code") or "")
    if not str(fields.get("name", "")).strip():
        raise Refused(R.NO_NAME)
    is_social = fields.get("kind") in (None, "", *rules.SOCIAL)
    if fields["credit_code"] and (fault := rules.code_fault(fields["credit_code"], social=is_social)):
        raise Refused(fault.code, **fault.facts)
    if fields.get("registration") == Registration.FILED and not fields.get("filing_number"):
        raise Refused(R.NO_FILING)
    if fields["credit_code"] and fields.get("kind") in (None, "", Kind.FORMING):
        fields["kind"] = rules.code_parts(fields["credit_code"]).kind


def _told(fields: dict[str, Any]) -> dict[str, Any]:
    """What goes on record: personal fields only as changed, never their text."""
    return {
        name: "…" if name in SECRET and value else value for name, value in fields.items() if value not in ("", None)
    }

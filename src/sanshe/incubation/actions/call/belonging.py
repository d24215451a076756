"""Whose an application is. A code alone ties nobody to an organisation, and shuts nobody out of it."""

import datetime
from typing import Any

from django.db import transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.parties import actions as parties
from sanshe.core.parties.models import Organisation
from sanshe.core.rows.actions import change, record
from sanshe.incubation.enums.call.application import ApplicationEvent as E
from sanshe.incubation.enums.call.application import ApplicationRefusal as R
from sanshe.incubation.models import Application
from sanshe.incubation.queries.call import belonging as queries
from sanshe.incubation.queries.call.application import doubles, private_of
from sanshe.incubation.rules.call import application as rules


def belong(*, application: Application, number: str, by: Actor, at: datetime.datetime) -> dict[str, Any]:
    """The organisation this application is of, and the code that stands for it: the one it has, the one it names, else
    one entered for life. Neither, when the writer has not shown to speak for the one it names: that one is told, the
    desk proves it before it passes, and the writer learns nothing of it."""
    code, held = queries.code_of(application), application.organisation
    is_kept = held is not None and code in ("", held.credit_code)
    party = held if is_kept else queries.named(application)
    if party is not None and not is_kept and not queries.may_speak_for(party, application.owner, at):
        if party.proven_at:  # the telephone of one that nobody has seen is whose who typed it
            _tell_representatives(application, party, number, by, at)
        return {"organisation": None, "credit_code": ""}
    _insist_single(application, code, party)
    return {"organisation": party or _enter(application, by, at), "credit_code": code}


def _insist_single(application: Application, code: str, party: Organisation | None) -> None:
    given = {"name": application.name, "credit_code": code, "but": application.pk, "party": party.pk if party else None}
    found = doubles(application.batch, **given)
    if (
        party is None and application.owner is not None
    ):  # what strangers of the name handed in is not told: the desk sees it
        found = found.filter(owner=application.owner)
    if double := found.first():
        raise Refused(R.DUPLICATE, number=double.number)


def _tell_representatives(
    application: Application, party: Organisation, number: str, by: Actor, at: datetime.datetime
) -> None:
    to = Recipient(organisation_id=party.pk, phone=party.contact_phone or party.head_phone)
    said = {"name": party.name, "number": number, "phone": application.batch.centre.phone}
    send(template="incubation.claimed", to=to, values=said, by=by, at=at, key=f"claim-{application.pk}-{party.pk}")


def _enter(application: Application, by: Actor, at: datetime.datetime) -> Organisation:
    said, private, code = application.fields, private_of(application), queries.code_of(application)
    people = {key: private.get(key, "") for key in ("head_name", "head_phone", "contact_name", "contact_phone")}
    facts = {key: said.get(key, "") for key in ("filing_number", "address", "field")}
    more = {"credit_code": code, "kind": "" if code else "forming"}
    names = {"name": application.name, "registration": application.registration or rules.NONE}
    where = {"area_path": application.area_path, "employer": said.get("head_employer", "")}
    return parties.register_organisation(**names, **more, **facts, **people, **where, by=by, at=at)


def _untie_others(application: Application, party: Organisation, by: Actor, at: datetime.datetime) -> None:
    """Who typed the code first and was not passed yet has shown nothing: the proven one takes the place."""
    for other in queries.tied_unseen(application.batch, party):
        change(other, refused=R.MOVE_NOT_ALLOWED, organisation=None, credit_code="")
        record(E.UNTIED, other, by=by, at=at, number=other.number, organisation=party.pk)


@transaction.atomic
def prove(*, application: Application, how: str, is_another: bool = False, by: Actor, at: datetime.datetime) -> None:
    """The desk has seen that who handed it in speaks for the organisation, or that it is another one of the same name;
    `how` goes on record."""
    facts = {"is_unproven": queries.is_unproven(application), "is_own": by.id == application.owner}
    insist(rules.refusal_to_prove(**facts, how=how))
    party, code = queries.named(application), queries.code_of(application)
    insist(R.CODE_IS_ITS_OWN if is_another and code else None)
    if is_another:
        party = _enter(application, by, at)
    if party is None:
        raise Refused(R.NOTHING_TO_PROVE)
    _untie_others(application, party, by, at)
    _insist_single(application, code, party)
    parties.prove_organisation(organisation=party, how=how, by=by, at=at)
    change(application, refused=R.MOVE_NOT_ALLOWED, organisation=party, credit_code=code)
    record(E.PROVEN, application, by=by, at=at, number=application.number, organisation=party.pk, how=how.strip())

"""Messages to those who applied: written with the act, delivered once."""

import datetime
from typing import Any
from uuid import UUID

from sanshe.core.accounts.queries import users_with
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.incubation.enums.access import Role
from sanshe.incubation.models import Application, Entry
from sanshe.incubation.queries.call.application import private_of


def send_to_applicant(
    application: Application,
    template: str,
    values: dict[str, Any],
    by: Actor,
    at: datetime.datetime,
    key: str,
    paper: UUID | None = None,
) -> None:
    """To the contact's phone and the account that wrote the draft; nobody reachable is no fault of the act. With
    `paper` the message leads to that made paper instead of the form."""
    private = private_of(application)
    phone = private.get("contact_phone") or private.get("head_phone") or ""
    if not phone and application.owner is None:
        return
    to = Recipient(user_id=application.owner, phone=phone)
    said = {"name": application.name, "number": application.number or application.draft_code, **_said(values)}
    url = f"/ledgers/paper/{paper}.pdf" if paper else f"/incubation/applications/{application.pk}/form/"
    send(template=template, to=to, values=said, by=by, at=at, key=key, url=url)


def send_to_entry(
    entry: Entry, template: str, values: dict[str, Any], by: Actor, at: datetime.datetime, key: str, url: str = ""
) -> None:
    """To everybody who acts for an organisation in incubation, and to its contact's phone; it leads to its stay
    unless `url` says where else."""
    party = entry.organisation
    to = Recipient(organisation_id=party.pk, phone=party.contact_phone or party.head_phone)
    said = {"name": party.name, "batch": entry.batch.name, **_said(values)}
    send(template=template, to=to, values=said, by=by, at=at, key=key, url=url or f"/incubation/stay/{entry.pk}/")


def tell_centre_late(entry: Entry, what: str, by: Actor, at: datetime.datetime, key: str) -> None:
    """Into the inbox of each operator: something came after its day and was taken in."""
    said = {"name": entry.organisation.name, "what": what}
    for one in users_with(Role.CENTRE_OPERATOR, entry.area_path, at):
        to, url = Recipient(user_id=one.pk), f"/incubation/entries/{entry.pk}/"
        send(template="incubation.late", to=to, values=said, by=by, at=at, key=f"{key}:{one.pk}", url=url)


def _said(values: dict[str, Any]) -> dict[str, Any]:
    """The values with days as a letter writes them."""
    days = {name: day for name, day in values.items() if isinstance(day, datetime.date)}
    return values | {name: shanghai.short(day) for name, day in days.items()}

"""Users, roles and appointments."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.core.accounts import phrases, queries, rules
from sanshe.core.accounts.actions.access import make_link
from sanshe.core.accounts.enums import E, P, R
from sanshe.core.accounts.models import Appointment, Role, User
from sanshe.core.accounts.queries import user_by_login
from sanshe.core.areas.queries import name as area_name
from sanshe.core.areas.queries import tree
from sanshe.core.audit.actions import record
from sanshe.core.kit import same, shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.kit.roles import GRANTS, LABELS, ROLES
from sanshe.core.notices.actions import send
from sanshe.core.notices.types import Recipient
from sanshe.core.parties import queries as parties

LINK, CHANGED = "accounts.link", "accounts.role_changed"


@transaction.atomic
def sync_roles() -> int:
    """Make the roles, and give them the codes new to this version; returns how many were given.

    A code the district took away was seeded before, so it stays away.
    """
    given = 0
    for code in ROLES.codes():
        row, _ = Role.objects.get_or_create(code=code)
        new = GRANTS[code] - set(row.seeded)
        if new:
            row.codes, row.seeded = sorted({*row.codes, *new}), sorted({*row.seeded, *new})
            row.save(update_fields=["codes", "seeded"])
            given += len(new)
    return given


@transaction.atomic
def create_user(
    *,
    by: Actor,
    at: datetime,
    name: str = "",
    username: str | None = None,
    phone: str | None = None,
    is_staff: bool = False,
    password: str | None = None,
    staff_number: str = "",
    user_id: UUID | None = None,
    area_path: str = "",
) -> User:
    """A user with a username, a phone, or both; without a password nobody signs in by one. Refuses NAME_TAKEN."""
    made = User(
        username=username.strip().casefold() if username else None,
        name=name.strip(),
        phone=same.phone(phone) if phone else None,
        is_staff=is_staff,
        staff_number=staff_number,
        made_at=at,
    )
    if user_id:
        made.pk = user_id
    made.set_password(password)
    try:
        with transaction.atomic():
            made.save(force_insert=True)
    except IntegrityError:
        raise Refused(R.NAME_TAKEN, username=username or "") from None
    record(
        event=E.USER_MADE,
        kind="accounts.user",
        subject=made.pk,
        by=by,
        at=at,
        area_path=area_path,
        new={"is_staff": is_staff},
    )
    return made


@transaction.atomic
def appoint(
    *,
    user: User,
    role: str,
    area_path: str,
    by: Actor,
    at: datetime,
    organisation: UUID | None = None,
    starts: date | None = None,
    ends: date | None = None,
    duty: str = "",
) -> Appointment:
    """Give a role for an area (path) or an organisation, from today unless said otherwise, to the end of `ends`."""
    starts = starts or shanghai.day(at)
    insist(None if role in ROLES else R.NO_ROLE)
    facts = {"user": user.pk, "role": role, "path": area_path, "organisation": organisation}
    seen = parties.organisation(by, organisation) if organisation else None
    facts |= {"seat": seen.area_path if seen and seen.merged_into_id is None else None}
    facts |= {"is_standing": area_path in tree().standing}
    insist(rules.refusal_to_appoint(by=by, starts=starts, ends=ends, **facts))
    values = {"role_id": role, "area_path": area_path, "organisation": organisation, "starts": starts, "ends": ends}
    try:
        with transaction.atomic():
            made = Appointment.objects.create(user=user, appointed_by=by.id, duty=duty, **values)
    except IntegrityError:
        raise Refused(R.TWICE) from None
    if ROLES[role].is_office and not user.is_staff:
        user.is_staff = True
        user.save(update_fields=["is_staff"])
    tell(E.APPOINTED, made, by=by, at=at)
    return made


def tell(event: E, row: Appointment, *, by: Actor, at: datetime, note: str = "") -> None:
    """A term given or ended is on record, and told to who may give roles there."""
    names = ("role_id", "area_path", "organisation", "starts", "ends", "ended_at", "duty")
    new = {name: getattr(row, name) for name in names if getattr(row, name)} | {"appointment": row.pk}
    place = {"kind": "accounts.user", "subject": row.user_id, "area_path": row.area_path}
    record(event=event, by=by, at=at, new=new, note=note, **place)
    if by.is_known and ROLES[row.role_id].is_office:
        _tell_approvers(event, row, by=by, at=at)


def _tell_approvers(event: E, row: Appointment, *, by: Actor, at: datetime) -> None:
    """Everybody who may give roles there, or approves work there, sees who got or lost one, and by whom."""
    path = row.area_path
    told = {user.pk for user in queries.holders(P.MANAGE, path, at)}
    told |= {user.pk for role in ROLES if role.approves for user in queries.users_with(role.code, path, at)}
    said = {"by": by.name, "name": row.user.name, "role": LABELS[row.role_id], "what": phrases.EVENTS[event]}
    for user in told - {by.id, row.user_id}:
        key = f"{CHANGED}:{row.pk}:{event}:{user}"
        said["area"] = area_name(path)
        send(template=CHANGED, to=Recipient(user_id=user), values=said, by=by, at=at, key=key)


@transaction.atomic
def appoint_person(
    *, account: str, name: str, by: Actor, at: datetime, real: datetime, phone: str = "", site: str = "", **term: Any
) -> tuple[User, str]:
    """Appoint whoever has this username or phone, made now when nobody has.

    Who appoints never holds the new person's link: it goes to the new person's telephone, or another administrator
    gives it (`give_link`). Only the system, at a terminal, gets its secret; it is empty for everybody else.
    """
    found = user_by_login(account)
    if found:
        appoint(user=found, by=by, at=at, **term)
        return found, ""
    if not name.strip():
        raise Refused(R.NO_NAME)
    is_phone = bool(rules.PHONE.fullmatch(same.phone(account)))
    who = {"phone": account} if is_phone else {"username": account, "phone": phone or None}
    made = create_user(by=by, at=at, name=name, area_path=term["area_path"], **who)
    appoint(user=made, by=by, at=at, **term)
    return made, _link_of(made, site, by=by, at=at, real=real)


def _link_of(made: User, site: str, *, by: Actor, at: datetime, real: datetime) -> str:
    if not made.is_staff or (by.is_known and not made.phone):
        return ""
    secret = make_link(user=made, by=by, at=at, real=real)
    if not by.is_known:
        return secret
    values = {"name": made.name, "link": f"{site}{rules.LINK_PATH}{secret}/"}
    send(
        template=LINK, to=Recipient(phone=made.phone or ""), values=values, by=by, at=at, key=f"{LINK}:{made.pk}:{real}"
    )
    return ""

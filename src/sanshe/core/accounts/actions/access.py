"""Ways in besides the door: one-time links, tokens for programs, a demo's one-click roles; and ending sessions."""

from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest

from sanshe.core.accounts import adapters, queries, rules
from sanshe.core.accounts.actions.signing import signed_in
from sanshe.core.accounts.enums import E, R
from sanshe.core.accounts.models import Appointment, Device, Link, Token, User
from sanshe.core.audit.actions import record
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist

SECRETS = ("secret", "seed", "migrated_codes")  # what the library hands us to encrypt


@transaction.atomic
def make_link(*, user: User, by: Actor, at: datetime, real: datetime) -> str:
    """The secret of a link by which this user sets a password, once, within 24 hours; earlier links end."""
    Link.objects.filter(user=user, used_at=None).update(used_at=real)
    secret = adapters.new_secret()
    Link.objects.create(user=user, token_hash=adapters.mark(secret), until=real + rules.LINK_LIFE)
    record(event=E.LINKED, kind="accounts.user", subject=user.pk, by=by, at=at, area_path=queries.area_of(user.pk))
    return secret


@transaction.atomic
def give_link(*, user: User, by: Actor, at: datetime, real: datetime) -> str:
    """The link of somebody new, from an administrator who did not appoint them. Refuses OWN_LINK and HAS_PASSWORD."""
    insist(queries.refusal_to_manage_person(by, user))
    insist(queries.refusal_to_give_link(by, user))
    return make_link(user=user, by=by, at=at, real=real)


@transaction.atomic
def use_link(*, secret: str, password: str, at: datetime, real: datetime) -> User:
    """Set the password of a link's user. Refuses LINK_OVER and WEAK (why)."""
    found = queries.link(secret, real)
    if found is None:
        raise Refused(R.LINK_OVER)
    try:
        validate_password(password, found.user)
    except ValidationError as fault:
        raise Refused(R.WEAK, why="".join(fault.messages)) from None
    if Link.objects.filter(pk=found.pk, used_at=None).update(used_at=real) != 1:
        raise Refused(R.LINK_OVER)
    found.user.set_password(password)
    found.user.save(update_fields=["password"])
    where = {"kind": "accounts.user", "subject": found.user.pk, "area_path": queries.area_of(found.user.pk)}
    record(event=E.PASSWORD_SET, by=queries.actor_for(found.user, at), at=at, **where)
    return found.user


@transaction.atomic
def recover(*, user: User, by: Actor, at: datetime, real: datetime) -> str:
    """Take away password, factors, devices and sessions of somebody who lost them; returns a link's secret."""
    user.set_unusable_password()
    user.save(update_fields=["password"])
    Authenticator.objects.filter(user_id=user.pk).delete()
    Device.objects.filter(user=user).delete()
    _end(list(UserSession.objects.filter(user_id=user.pk)))
    where = {"kind": "accounts.user", "subject": user.pk, "area_path": queries.area_of(user.pk)}
    record(event=E.RECOVERED, by=by, at=at, **where)
    return make_link(user=user, by=by, at=at, real=real)


@transaction.atomic
def sign_out(*, user: User, by: Actor, at: datetime, session: int | None = None) -> int:
    """End one session of a user, or all; returns how many. One's own, or of somebody one may manage."""
    insist(None if by.id == user.pk else queries.refusal_to_manage_person(by, user))
    rows = UserSession.objects.filter(user_id=user.pk)
    found = list(rows if session is None else rows.filter(pk=session))
    _end(found)
    if found:
        new = {"sessions": len(found)}
        where = {"kind": "accounts.user", "subject": user.pk, "area_path": queries.area_of(user.pk)}
        record(event=E.SIGNED_OUT, by=by, at=at, new=new, **where)
    return len(found)


def _end(sessions: list[UserSession]) -> None:
    for session in sessions:
        session.end()


@transaction.atomic
def make_token(
    *, appointment: Appointment, label: str, days: int, by: Actor, at: datetime, real: datetime
) -> tuple[Token, str]:
    """A key for a program that acts by this appointment; the secret is shown once. Refuses NOT_IN_FORCE, NOT_YOURS."""
    insist(queries.refusal_to_make_token(by, appointment, at))
    secret = f"sanshe_{adapters.new_secret()}"
    made = Token.objects.create(
        appointment=appointment,
        label=label.strip()[:60],
        token_hash=adapters.mark(secret),
        until=real + timedelta(days=days),
        made_by=by.id,
        made_at=real,
    )
    _tell(E.TOKEN_MADE, made, by, at)
    return made, secret


@transaction.atomic
def revoke_token(*, token: Token, by: Actor, at: datetime, real: datetime) -> None:
    """End a token at once. Refuses NOT_YOURS; again is nothing."""
    insist(queries.refusal_to_revoke(by, token))
    if Token.objects.filter(pk=token.pk, revoked_at=None).update(revoked_at=real):
        _tell(E.TOKEN_REVOKED, token, by, at)


def _tell(event: E, token: Token, by: Actor, at: datetime) -> None:
    term = token.appointment
    new = {"token": token.pk, "label": token.label, "until": token.until, "appointment": term.pk}
    place = {"kind": "accounts.user", "subject": term.user_id, "area_path": term.area_path}
    record(event=event, by=by, at=at, new=new, **place)


def sign_in_as(*, request: HttpRequest, user: User, at: datetime, real: datetime) -> None:
    """Become somebody with one click. Only in a demo: everywhere else it refuses NOT_DEMO, whoever asks."""
    if not settings.IS_DEMO or settings.PRODUCTION:
        raise Refused(R.NOT_DEMO)
    device = adapters.give_device(request)
    adapters.start_session(request, user)
    signed_in(user=user, device=device, how="demo", at=at, real=real)


@transaction.atomic
def rekey_factors() -> int:
    """Write the secrets of second factors anew with the newest key; returns how many."""
    done = 0
    for row in Authenticator.objects.select_for_update():
        new = {name: adapters.resealed(value) if name in SECRETS else value for name, value in row.data.items()}
        if new != row.data:
            row.data, done = new, done + 1
            row.save(update_fields=["data"])
    return done

"""Links, tokens, sessions; who may end them."""

from datetime import datetime

from allauth.usersessions.models import UserSession

from sanshe.core.accounts import adapters, rules
from sanshe.core.accounts.enums import P, R
from sanshe.core.accounts.models import Appointment, Link, Token, User
from sanshe.core.accounts.queries.people import in_force
from sanshe.core.kit.access import Actor


def link(secret: str, real: datetime) -> Link | None:
    """A link that may still be used."""
    rows = Link.objects.filter(token_hash=adapters.mark(secret), used_at=None, until__gt=real, user__is_active=True)
    return rows.select_related("user").first()


def sessions(user: User) -> list[UserSession]:
    """The browsers in which a user is signed in, latest first."""
    found = UserSession.objects.filter(user_id=user.pk).order_by("-last_seen_at", "-pk")
    return [one for one in found if one.exists()]


def refusal_to_end(by: Actor, term: Appointment) -> R | None:
    """Why one may not end this term, or hand on what it left open."""
    return rules.refusal_to_manage(by=by, user=term.user_id, role=term.role_id, path=term.area_path)


def refusal_to_manage_person(by: Actor, user: User) -> R | None:
    """Why one may not end somebody's sessions: it takes the right to manage each of their open terms."""
    terms = Appointment.objects.filter(user=user, ended_at=None)
    refusals = [refusal_to_end(by, term) for term in terms]
    if not refusals:
        return None if by.may(P.MANAGE) and not user.is_staff else R.NOT_YOURS
    return next((one for one in refusals if one), None)


def refusal_to_give_link(by: Actor, user: User) -> R | None:
    """Who appointed somebody does not hold their way in; and a way in is given once."""
    if user.has_usable_password():
        return R.HAS_PASSWORD
    return R.OWN_LINK if Appointment.objects.filter(user=user, appointed_by=by.id).exists() else None


def refusal_to_make_token(by: Actor, term: Appointment, at: datetime) -> R | None:
    """Why no token is made: the term is not in force, or belongs to somebody one does not manage."""
    if not Appointment.objects.filter(in_force(at), pk=term.pk).exists():
        return R.NOT_IN_FORCE
    return refusal_to_touch(by, term)


def refusal_to_touch(by: Actor, term: Appointment) -> R | None:
    """Why one may not hold or end keys of a term that is not one's own."""
    if by.is_known and by.id == term.user_id:
        return None
    return rules.refusal_to_manage(by=by, user=term.user_id, role=term.role_id, path=term.area_path)


def refusal_to_revoke(by: Actor, token: Token) -> R | None:
    """Why one may not end a token."""
    return refusal_to_touch(by, token.appointment)


def tokens_of(user: User) -> list[Token]:
    """A user's tokens that still work, latest first."""
    rows = Token.objects.filter(appointment__user=user, revoked_at=None).select_related("appointment")
    return list(rows.order_by("-made_at"))

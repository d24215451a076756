"""Issue codes, end them, revoke and replace them: always on record, by two where the kind says so."""

import datetime
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.core.accounts.actions import count_use
from sanshe.core.codes import rules
from sanshe.core.codes.enums import Change, CodeState, Duty, E, R
from sanshe.core.codes.models import Code
from sanshe.core.codes.queries import KINDS, due_to_end
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, record
from sanshe.core.rows.rules import another

LONGEST = 300
KEPT = ("kind", "subject", "area_path", "name", "number", "says", "valid_from", "valid_to")  # of what is replaced


@transaction.atomic
def issue(
    *,
    kind: str,
    subject: UUID,
    name: str,
    area_path: str,
    valid_from: datetime.date,
    by: Actor,
    at: datetime.datetime,
    number: str = "",
    valid_to: datetime.date | None = None,
    says: Mapping[str, str] | None = None,
) -> Code:
    """A new code on a thing, with what its page will say. A thing bears one valid code at a time."""
    if stray := set(says or {}) - set(KINDS[kind].fields):
        raise ValueError(f"{kind} may not say {sorted(stray)}")
    what = {"kind": kind, "subject": subject, "name": name, "number": number, "says": dict(says or {})}
    return _issue(what | {"area_path": area_path, "valid_from": valid_from, "valid_to": valid_to}, by, at)


def _issue(what: dict[str, Any], by: Actor, at: datetime.datetime) -> Code:
    try:
        with transaction.atomic():
            made = Code.objects.create(**what, issued_at=at, issued_by=by.id)
    except IntegrityError as error:
        raise Refused(R.ISSUED_ALREADY) from error
    record(E.ISSUED, made, by=by, at=at, number=made.number)
    return made


@transaction.atomic
def ask(*, code: Code, what: Change, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Ask for a code to be revoked or replaced; where its kind needs no second person it is done at once."""
    if not KINDS[code.kind].is_seconded:
        DO[what](code=code, reason=reason, by=by, at=at)
        return
    insist(rules.refusal_to_change(state=CodeState(code.state), is_asked=bool(code.asked), reason=reason))
    change(code, asked=what, asked_at=at, asked_by=by.id, reason=reason[:LONGEST])
    record(E.ASKED, code, by=by, at=at, change=what, reason=code.reason)


def _insist_may_decide(code: Code, by: Actor) -> None:
    """Whoever asked never decides."""
    insist(rules.refusal_to_decide(asked=code.asked))
    another(by.id, [code.asked_by], Duty.ASKER)


@transaction.atomic
def agree(*, code: Code, by: Actor, at: datetime.datetime) -> Code:
    """The second person agrees: it is done. Returns the code that is valid now, or the revoked one."""
    _insist_may_decide(code, by)
    return DO[Change(code.asked)](code=code, reason=code.reason, by=by, at=at)


@transaction.atomic
def decline(*, code: Code, by: Actor, at: datetime.datetime) -> None:
    """The second person does not agree: nothing was changed."""
    _insist_may_decide(code, by)
    was = Change(code.asked)
    change(code, **NOT_ASKED, reason="")
    record(E.DECLINED, code, by=by, at=at, change=was)


NOT_ASKED: dict[str, Any] = {"asked": "", "asked_at": None, "asked_by": None}


def _close(code: Code, state: CodeState, reason: str, at: datetime.datetime) -> None:
    insist(rules.refusal_to_change(state=CodeState(code.state), is_asked=False, reason=reason))
    change(code, state=state, since=shanghai.day(at), reason=reason[:LONGEST], **NOT_ASKED)


@transaction.atomic
def revoke(*, code: Code, reason: str, by: Actor, at: datetime.datetime) -> Code:
    """What it stands on does not hold any more. An app that has decided so itself calls this."""
    _close(code, CodeState.REVOKED, reason, at)
    record(E.REVOKED, code, by=by, at=at, reason=code.reason)
    return code


@transaction.atomic
def replace(
    *, code: Code, reason: str, valid_to: datetime.date | None = None, by: Actor, at: datetime.datetime
) -> Code:
    """A new code that says the same (the paper was lost, the code went round), or the same until a later day (it was
    renewed); the old one says so. Returns the new."""
    _close(code, CodeState.REPLACED, reason, at)
    anew = {"replaces": code, "valid_to": valid_to or code.valid_to}
    made = _issue({name: getattr(code, name) for name in KEPT} | anew, by, at)
    record(E.REPLACED, code, by=by, at=at, reason=code.reason, by_code=made.pk)
    return made


DO = {Change.REVOKE: revoke, Change.REPLACE: replace}


@transaction.atomic
def end(*, code: Code, reason: str, by: Actor, at: datetime.datetime) -> None:
    """Its use is over before its term (a door closed, a slip taken down): no fault of anybody's."""
    _close(code, CodeState.ENDED, reason, at)
    record(E.ENDED, code, by=by, at=at, reason=code.reason)


def end_due(*, at: datetime.datetime) -> int:
    """Each night: what is past its term is so in its row too, on record; returns how many."""
    due = list(due_to_end(at))
    for code in due:
        with transaction.atomic():
            change(code, state=CodeState.ENDED, since=code.valid_to, **NOT_ASKED)
            record(E.ENDED, code, by=SYSTEM, at=at)
    return len(due)


def count_miss(*, where: str, real: datetime.datetime) -> None:
    """Somebody asked for a code that nobody issued; refuses TOO_OFTEN. A real code is always told."""
    count_use(what=f"codes:{where}", most=rules.MISSES, per=rules.PER, real=real)

"""Second factors on record. The library tells of some only after the commit, so its rows are listened to themselves."""

from typing import Any

from allauth.mfa.models import Authenticator

from sanshe.core.accounts import adapters, queries
from sanshe.core.accounts.enums import E
from sanshe.core.audit.actions import record


def added(sender: type[Authenticator], instance: Authenticator, created: bool, **kwargs: Any) -> None:
    """A factor, or a set of recovery codes, was made (`post_save`)."""
    if created:
        _tell(E.FACTOR_ADDED, instance)


def removed(sender: type[Authenticator], instance: Authenticator, **kwargs: Any) -> None:
    """One was taken away (`post_delete`): by its owner, with recovering, or for new recovery codes."""
    _tell(E.FACTOR_REMOVED, instance)


def _tell(event: E, one: Authenticator) -> None:
    by, at = adapters.who_asks()
    where = {"kind": "accounts.user", "subject": one.user_id, "area_path": queries.area_of(one.user_id)}
    record(event=event, by=by, at=at, new={"what": str(one.type)}, **where)

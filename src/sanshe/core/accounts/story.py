"""How a story finds those who act in it, as they are at its moment."""

from datetime import datetime

from sanshe.core.accounts import actions, queries
from sanshe.core.kit.access import SYSTEM, Actor


def actor(key: str, when: datetime) -> Actor:
    """Somebody by their login name."""
    user = queries.user_by_login(key)
    assert user is not None, key
    return queries.actor_for(user, when)


def resident(name: str, phone: str, when: datetime) -> Actor:
    """Somebody who signed in by phone."""
    return queries.actor_for(actions.create_user(phone=phone, name=name, by=SYSTEM, at=when), when)

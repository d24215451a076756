"""Read accounts."""

from sanshe.core.accounts.queries.people import (
    actor_for,
    actor_of,
    in_force,
    name_of,
    person,
    roles_with,
    user,
    user_by_phone,
    user_by_username,
    users_with,
)
from sanshe.core.accounts.queries.signing import actor_by_token, has_second_factor, is_known_device

__all__ = [
    "actor_by_token",
    "actor_for",
    "actor_of",
    "has_second_factor",
    "in_force",
    "is_known_device",
    "name_of",
    "person",
    "roles_with",
    "user",
    "user_by_phone",
    "user_by_username",
    "users_with",
]

"""Read accounts."""

from sanshe.core.accounts.queries.access import (
    link,
    refusal_to_make_token,
    refusal_to_manage_person,
    refusal_to_revoke,
    sessions,
    tokens_of,
)
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
from sanshe.core.accounts.queries.phone import codes_since, open_code
from sanshe.core.accounts.queries.signing import actor_by_token, has_second_factor, is_known_device
from sanshe.core.accounts.queries.unsent import last_user_of, unsent

__all__ = [
    "actor_by_token",
    "actor_for",
    "actor_of",
    "codes_since",
    "has_second_factor",
    "in_force",
    "is_known_device",
    "last_user_of",
    "link",
    "name_of",
    "open_code",
    "person",
    "refusal_to_make_token",
    "refusal_to_manage_person",
    "refusal_to_revoke",
    "roles_with",
    "sessions",
    "tokens_of",
    "unsent",
    "user",
    "user_by_phone",
    "user_by_username",
    "users_with",
]

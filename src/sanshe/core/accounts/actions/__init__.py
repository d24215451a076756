"""Write accounts."""

from sanshe.core.accounts.actions.people import appoint, create_user, end_appointment, sync_roles
from sanshe.core.accounts.actions.signing import count_guess, forgive, signed_in, try_password

__all__ = [
    "appoint",
    "count_guess",
    "create_user",
    "end_appointment",
    "forgive",
    "signed_in",
    "sync_roles",
    "try_password",
]

"""Pages of accounts."""

from sanshe.core.accounts.views.door import login, old_login
from sanshe.core.accounts.views.leaving import end, handover
from sanshe.core.accounts.views.links import link
from sanshe.core.accounts.views.people import appoint, give_link, people, sign_out
from sanshe.core.accounts.views.phone import code, phone
from sanshe.core.accounts.views.refusals import ask_for_second_factor, turned_away
from sanshe.core.accounts.views.unsent import drop, unsent

__all__ = [
    "appoint",
    "ask_for_second_factor",
    "code",
    "drop",
    "end",
    "give_link",
    "handover",
    "link",
    "login",
    "old_login",
    "people",
    "phone",
    "sign_out",
    "turned_away",
    "unsent",
]

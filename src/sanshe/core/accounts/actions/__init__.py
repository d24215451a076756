"""Write accounts."""

from sanshe.core.accounts.actions.access import (
    give_link,
    make_link,
    make_token,
    recover,
    rekey_factors,
    revoke_token,
    sign_in_as,
    sign_out,
    use_link,
)
from sanshe.core.accounts.actions.leaving import end_appointment, follow_terms, hand_on, move_terms, settle_ended
from sanshe.core.accounts.actions.pacing import (
    count_file,
    count_use,
    forgive_file,
    spend_code,
    sweep_counts,
    take_back_use,
)
from sanshe.core.accounts.actions.people import appoint, appoint_person, create_user, sync_roles
from sanshe.core.accounts.actions.phone import enter_code, prove_phone, send_code, sweep
from sanshe.core.accounts.actions.signing import count_guess, forgive, signed_in, try_password
from sanshe.core.accounts.actions.unsent import drop_unsent, keep_unsent, sweep_unsent

__all__ = [
    "appoint",
    "appoint_person",
    "count_file",
    "count_guess",
    "count_use",
    "create_user",
    "drop_unsent",
    "end_appointment",
    "enter_code",
    "follow_terms",
    "forgive",
    "forgive_file",
    "give_link",
    "hand_on",
    "keep_unsent",
    "make_link",
    "make_token",
    "move_terms",
    "recover",
    "rekey_factors",
    "prove_phone",
    "revoke_token",
    "send_code",
    "settle_ended",
    "sign_in_as",
    "sign_out",
    "signed_in",
    "spend_code",
    "sweep",
    "sweep_counts",
    "sweep_unsent",
    "sync_roles",
    "take_back_use",
    "try_password",
    "use_link",
]

"""Write creation."""

from sanshe.creation.actions.application import apply, assess, declare, recommend, send_back, withdraw
from sanshe.creation.actions.attestation import answer, ask, remind, strike_answer
from sanshe.creation.actions.naming import approve_award, draft_award, drop_award, renew
from sanshe.creation.actions.proposal import approve_list, draft_list, drop_list, publish_list, uphold
from sanshe.creation.actions.revoking import ask_again, draft_revocation, drop_revocation, hear, revoke, tell
from sanshe.creation.actions.scheme import close_scheme, draft_scheme, open_scheme, set_standard
from sanshe.creation.actions.tip import close_tip, tip

__all__ = [
    "answer",
    "apply",
    "approve_award",
    "approve_list",
    "ask",
    "ask_again",
    "assess",
    "close_scheme",
    "close_tip",
    "declare",
    "draft_award",
    "draft_list",
    "draft_revocation",
    "draft_scheme",
    "drop_award",
    "drop_list",
    "drop_revocation",
    "hear",
    "open_scheme",
    "publish_list",
    "recommend",
    "remind",
    "renew",
    "revoke",
    "send_back",
    "set_standard",
    "strike_answer",
    "tell",
    "tip",
    "uphold",
    "withdraw",
]

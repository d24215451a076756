"""Write appeals."""

from sanshe.appeals.actions.after import note_night, reopen, withdraw
from sanshe.appeals.actions.check import call_back, close_uncalled, name_verifier, verify
from sanshe.appeals.actions.dispatch import accept_leg, decide_dispute, dispatch, dispute, help_with, sign
from sanshe.appeals.actions.handling import begin, contact, pause, report_handled, resume, resume_due
from sanshe.appeals.actions.intake import accept, answer, decline, recategorise, redirect, take_in
from sanshe.appeals.actions.leaving import hand_over_check, hand_over_part, move_open
from sanshe.appeals.actions.own import add, find_by_code, hand_in, undo_received
from sanshe.appeals.actions.settings import set_category, set_duty_item, set_term

__all__ = [
    "accept",
    "accept_leg",
    "add",
    "answer",
    "begin",
    "call_back",
    "close_uncalled",
    "contact",
    "decide_dispute",
    "decline",
    "dispatch",
    "dispute",
    "find_by_code",
    "hand_in",
    "hand_over_check",
    "hand_over_part",
    "help_with",
    "move_open",
    "name_verifier",
    "note_night",
    "pause",
    "recategorise",
    "redirect",
    "reopen",
    "report_handled",
    "resume",
    "resume_due",
    "set_category",
    "set_duty_item",
    "set_term",
    "sign",
    "take_in",
    "undo_received",
    "verify",
    "withdraw",
]

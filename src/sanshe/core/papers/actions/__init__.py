"""Writes: texts of papers, papers, sets of them."""

from sanshe.core.papers.actions.papers import JOB, PLACE, ask_for_set, cancel_set, make_paper, make_set
from sanshe.core.papers.actions.templates import approve_template, insist_on_blanks, restore_template, save_template

__all__ = [
    "JOB",
    "PLACE",
    "approve_template",
    "ask_for_set",
    "cancel_set",
    "insist_on_blanks",
    "make_paper",
    "make_set",
    "restore_template",
    "save_template",
]

"""Writes of objections, in the order in which a case goes."""

from sanshe.core.objections.actions.handling import (
    accept,
    answer,
    decline,
    judge,
    name_co_handler,
    note,
    show,
    take_over,
    withdraw_for,
)
from sanshe.core.objections.actions.leaving import hand_over
from sanshe.core.objections.actions.raising import ask_review, raise_, take_back, withdraw
from sanshe.core.objections.actions.settling import close, close_due, purge, review

__all__ = [
    "accept",
    "answer",
    "ask_review",
    "close",
    "close_due",
    "decline",
    "hand_over",
    "judge",
    "name_co_handler",
    "note",
    "purge",
    "raise_",
    "review",
    "show",
    "take_back",
    "take_over",
    "withdraw",
    "withdraw_for",
]

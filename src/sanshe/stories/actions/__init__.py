"""Writing stories."""

from sanshe.stories.actions.ending import correct, take_away, withdraw
from sanshe.stories.actions.lead import answer, forget_names, propose
from sanshe.stories.actions.path import check, mask, publish, review, send_back
from sanshe.stories.actions.writing import add, begin, drop, head, rewrite

__all__ = [
    "add",
    "answer",
    "begin",
    "check",
    "correct",
    "drop",
    "forget_names",
    "head",
    "mask",
    "propose",
    "publish",
    "review",
    "rewrite",
    "send_back",
    "take_away",
    "withdraw",
]

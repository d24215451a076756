"""Writes: public notices, and messages to people."""

from sanshe.core.notices.actions.messages import deliver, move_inbox, read, read_all, send
from sanshe.core.notices.actions.public import approve, close, draft, publish, redraft, send_back, withdraw
from sanshe.core.notices.actions.retention import purge

__all__ = [
    "approve",
    "close",
    "deliver",
    "draft",
    "move_inbox",
    "publish",
    "purge",
    "read",
    "read_all",
    "redraft",
    "send",
    "send_back",
    "withdraw",
]

"""Reads: public notices, one's messages; registries of message texts and of what stands beside a notice."""

from sanshe.core.notices.queries.messages import TEMPLATES, inbox_of, message_of, my_messages, text_messages, unread
from sanshe.core.notices.queries.public import (
    ASIDES,
    Aside,
    by_serial,
    corrected_by,
    desk_page,
    doc_for,
    notice,
    notices_of,
    open_now,
    public,
    public_page,
    visible_to,
    window_of,
)

__all__ = [
    "ASIDES",
    "Aside",
    "TEMPLATES",
    "by_serial",
    "corrected_by",
    "desk_page",
    "doc_for",
    "inbox_of",
    "message_of",
    "my_messages",
    "notice",
    "notices_of",
    "open_now",
    "public",
    "public_page",
    "text_messages",
    "unread",
    "visible_to",
    "window_of",
]

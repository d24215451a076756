"""Reads: public notices, one's messages; registries of message texts and of what stands beside a notice."""

from sanshe.core.notices.queries.messages import (
    TEMPLATES,
    inbox_of,
    message_of,
    my_messages,
    text_messages,
    unread,
    unread_of,
)
from sanshe.core.notices.queries.public import (
    ASIDES,
    Aside,
    by_serial,
    corrected_by,
    desk_page,
    doc_for,
    notice,
    notices_of,
    open_on,
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
    "open_on",
    "public",
    "public_page",
    "text_messages",
    "unread",
    "unread_of",
    "visible_to",
    "window_of",
]

"""Faces of notices."""

from sanshe.core.notices.views import desk, messages, public

__all__ = ["desk", "messages", "public"]

"""Words of the case."""

from typing import Any

EVENTS: dict[str, Any] = {}
KINDS: dict[str, Any] = {}
FIELDS: dict[str, Any] = {}
SENTENCES: dict[str, Any] = {}

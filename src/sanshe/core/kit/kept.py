"""Small tables kept in memory by every process, and read anew soon after they change."""

import time
from collections.abc import Callable
from typing import Generic, TypeVar

Value = TypeVar("Value")
ALL: list["Kept"] = []
NEVER = float("-inf")


class Kept(Generic[Value]):
    """A value read by `read` whenever `version` answers something new; the version is asked at most once a second.

    So a list of a thousand rows costs one small query, and another process sees a change within a second.
    """

    SECONDS = 1.0

    def __init__(self, version: Callable[[], object], read: Callable[[], Value]) -> None:
        self._version, self._read = version, read
        self._asked, self._seen = NEVER, object()
        self._value: Value | None = None
        ALL.append(self)

    def __call__(self) -> Value:
        if time.monotonic() - self._asked > self.SECONDS:
            version = self._version()
            if version != self._seen:
                self._value, self._seen = self._read(), version
            self._asked = time.monotonic()
        return self._value  # type: ignore[return-value]  # read before it is returned

    def forget(self) -> None:
        """Read anew at the next call: this process just changed the table."""
        self._asked, self._seen = NEVER, object()

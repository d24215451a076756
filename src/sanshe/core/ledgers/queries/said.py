"""Words of the interface in the language of one answer, each looked up once: a list repeats a few."""

from typing import Any


class Said:
    """It holds the words it was asked for, so that an id stays one word's."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Any, str]] = {}

    def of(self, word: Any) -> str:
        if id(word) not in self._known:
            self._known[id(word)] = (word, str(word))
        return self._known[id(word)][1]

"""A table of declarations that apps fill while they are made ready, and nobody changes afterwards."""

from collections.abc import Iterator
from typing import Generic, TypeVar

Item = TypeVar("Item")


class Registry(Generic[Item]):
    """Declarations by code. A second one under the same code is a fault of the program."""

    def __init__(self, noun: str) -> None:
        self.noun = noun
        self._items: dict[str, Item] = {}

    def add(self, code: str, item: Item) -> None:
        if code in self._items:
            raise ValueError(f"{self.noun} {code} is declared twice")
        self._items[code] = item

    def __getitem__(self, code: str) -> Item:
        return self._items[code]

    def get(self, code: str) -> Item | None:
        return self._items.get(code)

    def __contains__(self, code: str) -> bool:
        return code in self._items

    def __iter__(self) -> Iterator[Item]:
        return iter(self._items.values())

    def codes(self) -> list[str]:
        return list(self._items)

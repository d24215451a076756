"""The order of a ledger, and the place of a row in it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One part of an order: the field, as `a__b` across relations, and whether it descends."""

    field: str
    descends: bool

    def order(self, backwards: bool) -> str:
        """The name for `order_by`."""
        return f"{'-' if self.descends != backwards else ''}{self.field}"

    def beyond(self, backwards: bool) -> str:
        """The look-up for rows that come later in the order (earlier when backwards)."""
        return f"{self.field}__{'lt' if self.descends != backwards else 'gt'}"


def key_of(names: tuple[str, ...]) -> tuple[Key, ...]:
    """The parts of an order as ledgers declare it: names, a minus for descending."""
    return tuple(Key(name.removeprefix("-"), name.startswith("-")) for name in names)

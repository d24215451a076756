"""Values of privacy: a key ring, and what is declared of a personal field."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sanshe.core.privacy.enums import Mask


@dataclass(frozen=True, slots=True)
class KeyRing:
    """Keys of 32 bytes by id, the newest last, and the key of the blind index. Never printed."""

    keys: dict[str, bytes] = field(repr=False)
    blind: bytes = field(repr=False)

    @property
    def newest(self) -> str:
        return list(self.keys)[-1]


@dataclass(frozen=True, slots=True)
class PersonalField:
    """One personal field: where it lies, what for, on what ground, how long, how it is shown. Texts may be lazy.

    `model` is a Django label ('parties.Person'); `basis` cites the law; `retention` says until when in words. What is
    not kept for as long as the file it belongs to (`is_archive`) has a `Purge` that keeps the word.
    """

    model: str
    field: str
    label: Any
    purpose: Any
    basis: Any
    retention: Any
    mask: Mask = Mask.HIDDEN
    is_archive: bool = False


@dataclass(frozen=True, slots=True)
class Purge:
    """What destroys personal fields whose time is over, named as 'notices.Message.phone'. `act(at=)` answers how many
    rows it cleared and puts that on record, unless they live but an hour; a second call finds nothing."""

    fields: tuple[str, ...]
    act: Callable[..., int]

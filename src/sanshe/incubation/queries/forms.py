"""The form of an application as its pages show it."""

from dataclasses import dataclass
from typing import Any

from sanshe.core.privacy.rules import mask_name, mask_phone
from sanshe.incubation.enums.application import Section
from sanshe.incubation.phrases import application as words
from sanshe.incubation.queries.application import values_of
from sanshe.incubation.rules.application import NONE, SPOTS, Spot


@dataclass(frozen=True, slots=True)
class Line:
    """One field with its words and what is in it."""

    spot: Spot
    label: Any
    hint: Any
    value: str
    is_missing: bool

    @property
    def shown(self) -> str:
        """The value in words."""
        words_of = {"registration": words.REGISTRATIONS, "truthful": {"yes": words.AGREED}}
        return str(words_of.get(self.spot.code, {}).get(self.value, self.value))


@dataclass(frozen=True, slots=True)
class Part:
    """One section: how many of its fields are still to fill."""

    code: str
    title: Any
    lines: list[Line]
    left: int


def sections(values: dict[str, str], left: tuple[str, ...]) -> list[Part]:
    """The sections with the fields this kind of applicant is asked for; what was filled for another kind is kept."""
    kind = values.get("registration") or NONE
    found = []
    for section in Section:
        spots = [spot for spot in SPOTS if spot.section == section and kind in spot.kinds]
        lines = [_line(spot, values, left) for spot in spots]
        found.append(Part(section, words.SECTIONS[section], lines, sum(line.is_missing for line in lines)))
    return found


def _line(spot: Spot, values: dict[str, str], left: tuple[str, ...]) -> Line:
    hint = words.HINTS.get(spot.code, "")
    return Line(spot, words.LABELS[spot.code], hint, values.get(spot.code, ""), spot.code in left)


def shown(row: Any, is_clear: bool) -> list[tuple[Any, str]]:
    """(label, value) of what was filled in; people masked unless they are to be shown."""
    values = values_of(row)
    filled = [spot for spot in SPOTS if values.get(spot.code) and spot.code != "truthful"]
    return [(words.LABELS[spot.code], _told(spot, values[spot.code], is_clear)) for spot in filled]


def masked_values(row: Any) -> dict[str, str]:
    """What was filled in by field code, people masked: all that a program ever gets."""
    values = values_of(row)
    filled = [spot for spot in SPOTS if values.get(spot.code)]
    return {spot.code: mask_of(spot, values[spot.code]) for spot in filled}


def mask_of(spot: Spot, value: str) -> str:
    """A value with people masked, the codes of choices left as they are."""
    return masked(spot, value) if spot.is_personal else value


def _told(spot: Spot, value: str, is_clear: bool) -> str:
    if is_clear and spot.code != "registration":
        return value
    return masked(spot, value)


def masked(spot: Spot, value: str) -> str:
    """The value in words, as far as everybody who may read the application may see it."""
    if spot.code == "registration":
        return str(words.REGISTRATIONS.get(value, value))
    if not spot.is_personal:
        return value
    mask = mask_phone if spot.code.endswith("phone") else mask_name
    return "、".join(mask(part.strip()) for part in value.split("、"))

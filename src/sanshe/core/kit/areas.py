"""What the floors below `areas` ask of it: names of areas, the areas to choose from, the districts of this house."""

from collections.abc import Mapping, Sequence
from enum import StrEnum

from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.hook import Hook
from sanshe.core.kit.refused import Refused


class R(StrEnum):
    """Refusals; `areas` has their sentences."""

    WHICH_DISTRICT = "areas.which_district"


def _no_name(path: str) -> str:
    return path


def _names(paths: Sequence[str]) -> Sequence[tuple[str, str]]:
    return [(path, area_name(path)) for path in paths]


def _none() -> Mapping[str, str]:
    return {}


area_name: Hook[[str], str] = Hook(_no_name)
area_choices: Hook[[Sequence[str]], Sequence[tuple[str, str]]] = Hook(_names)
districts: Hook[[], Mapping[str, str]] = Hook(_none)


def district_path(asked: str = "") -> str:
    """The district asked for, or the only one; empty in a house without areas. Refuses WHICH_DISTRICT."""
    known = districts()
    if asked in known or not known:
        return asked
    if asked or len(known) > 1:
        raise Refused(R.WHICH_DISTRICT, districts="、".join(f"{path} {name}" for path, name in known.items()))
    return next(iter(known))


def whole(district: str, *codes: str) -> Actor:
    """Whoever may run commands in the data folder acts for a whole district; the record names the system."""
    grant = Grant("system", frozenset(codes), district_path(district))
    return Actor(id=None, name="system", is_staff=True, grants=(grant,))

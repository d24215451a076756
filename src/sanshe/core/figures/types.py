"""An indicator: declared by an app, shown by the desk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True, slots=True)
class Indicator:
    """A figure that leads to its rows. `recount(area_path)` counts the records at and below an area.

    `counter` names the key under which events count it (`figures.actions.count`); "" for a figure that is always
    counted anew. `ledger` and `filters` say where its rows are listed.
    """

    code: str
    label: Any
    needs: str
    recount: Callable[..., int]
    ledger: str = ""
    filters: Mapping[str, str] = field(default_factory=dict)
    unit: Any = ""
    counter: str = ""

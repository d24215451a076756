"""Write areas, their compounds and premises."""

from sanshe.core.areas.actions.areas import load
from sanshe.core.areas.actions.compounds import decide_key, end_key, open_compound
from sanshe.core.areas.actions.ending import end_area
from sanshe.core.areas.actions.moving import move_compounds, move_premises
from sanshe.core.areas.actions.premises import change_premises, enter_premises, merge_premises, turn_premises

__all__ = [
    "change_premises",
    "decide_key",
    "end_area",
    "end_key",
    "enter_premises",
    "load",
    "merge_premises",
    "move_compounds",
    "move_premises",
    "open_compound",
    "turn_premises",
]

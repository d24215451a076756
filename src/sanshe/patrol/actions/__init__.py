"""Write patrol."""

from sanshe.patrol.actions.round import add_stop, assign, close_round, freeze, move_stops, plan_round
from sanshe.patrol.actions.season import close_programme, open_programme

__all__ = [
    "add_stop",
    "assign",
    "close_programme",
    "close_round",
    "freeze",
    "move_stops",
    "open_programme",
    "plan_round",
]

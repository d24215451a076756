"""Write patrol."""

from sanshe.patrol.actions.finding import answer, give, name_rechecker, recheck, refer, report
from sanshe.patrol.actions.request import ask_days, ask_to_wait, decline, grant, resume
from sanshe.patrol.actions.round import add_stop, assign, close_round, freeze, move_stops, plan_round
from sanshe.patrol.actions.season import close_programme, open_programme
from sanshe.patrol.actions.visit import record

__all__ = [
    "add_stop",
    "answer",
    "ask_days",
    "ask_to_wait",
    "assign",
    "close_programme",
    "close_round",
    "decline",
    "freeze",
    "give",
    "grant",
    "move_stops",
    "name_rechecker",
    "open_programme",
    "plan_round",
    "recheck",
    "record",
    "refer",
    "report",
    "resume",
]

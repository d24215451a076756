"""What somebody of incubation has in hand by name, and how it is handed over when they leave."""

from sanshe.core.accounts.queries import HANDINGS
from sanshe.core.accounts.types import Handing
from sanshe.incubation.actions.end import leaving as assessor
from sanshe.incubation.actions.panel import leaving as seat
from sanshe.incubation.phrases.duties import IN_HAND
from sanshe.incubation.queries import in_hand

SEAT = Handing("incubation.seat", IN_HAND["seat"], in_hand.seats, seat.hand_over)
ASSESSOR = Handing("incubation.assessor", IN_HAND["assessor"], in_hand.assessments, assessor.hand_over)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    for one in (SEAT, ASSESSOR):
        HANDINGS.add(one.code, one)

"""What somebody of incubation has in hand by name, and how it is handed over when they leave; what holds an area."""

from sanshe.core.accounts.queries import HANDINGS
from sanshe.core.accounts.types import Handing
from sanshe.core.areas.queries import MOVINGS
from sanshe.core.areas.types import Moving
from sanshe.core.parties.queries import FOLLOWERS
from sanshe.incubation.actions.end import leaving as assessor
from sanshe.incubation.actions.merging import follow
from sanshe.incubation.actions.panel import leaving as seat
from sanshe.incubation.phrases.call.batch import KINDS
from sanshe.incubation.phrases.duties import IN_HAND
from sanshe.incubation.queries import in_hand

SEAT = Handing("incubation.seat", IN_HAND["seat"], in_hand.seats, seat.hand_over)
ASSESSOR = Handing("incubation.assessor", IN_HAND["assessor"], in_hand.assessments, assessor.hand_over)
BATCHES = Moving("incubation.batches", KINDS["incubation.batch"], in_hand.batches_in)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    for one in (SEAT, ASSESSOR):
        HANDINGS.add(one.code, one)
    MOVINGS.add(BATCHES.code, BATCHES)
    FOLLOWERS.append(follow)

"""What somebody has in hand by name, and how it goes to another; what is open where an area ends."""

from sanshe.appeals import phrases
from sanshe.appeals.actions import hand_over_check, hand_over_part, move_open
from sanshe.appeals.queries import in_hand
from sanshe.core.accounts.queries import HANDINGS
from sanshe.core.accounts.types import Handing
from sanshe.core.areas.queries import MOVINGS
from sanshe.core.areas.types import Moving

HANDLER = Handing("appeals.handler", phrases.IN_HAND["handler"], in_hand.parts, hand_over_part)
VERIFIER = Handing("appeals.verifier", phrases.IN_HAND["verifier"], in_hand.checks, hand_over_check)
OPEN = Moving("appeals.open", phrases.NAME, in_hand.open_in, move_open)


def declare() -> None:
    """Tell the house."""
    for one in (HANDLER, VERIFIER):
        HANDINGS.add(one.code, one)
    MOVINGS.add(OPEN.code, OPEN)

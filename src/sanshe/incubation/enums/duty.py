"""In what part of a matter somebody has had a hand: the next step is another's."""

from enum import StrEnum


class Duty(StrEnum):
    DRAFTER = "drafter"
    PROPOSER = "proposer"
    ASKER = "asker"
    ISSUER = "issuer"
    DECIDER = "decider"
    ASSESSOR = "assessor"
    PANELIST = "panelist"
    RECORDER = "recorder"
    CORRECTOR = "corrector"
    AGREER = "agreer"

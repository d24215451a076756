"""How a token is made up and read, and how a code stands on a day."""

import datetime

from sanshe.core.codes.enums import CodeState, R, Standing

ALPHABET = "23456789abcdefghjkmnpqrstuvwxyz"  # without 0 o, 1 i l: nobody reads one for another
LENGTH = 26  # 31 letters: 128.8 bits
GROUP = 4
MISSES, PER = 30, datetime.timedelta(minutes=10)  # what nobody issued may be asked so often from one address


def read(text: str) -> str:
    """A token as it was typed or scanned: small letters, without the gaps of its groups or what else slipped in."""
    return "".join(one for one in text.lower() if one.isalnum())


def grouped(token: str) -> str:
    """A token in fours, as it is printed to be copied by hand."""
    return " ".join(token[start : start + GROUP] for start in range(0, len(token), GROUP))


def standing(
    *, state: CodeState, valid_from: datetime.date, valid_to: datetime.date | None, today: datetime.date
) -> Standing:
    """The word of the page. What was ended by hand stays what it is; a term is over when its last day is."""
    if state != CodeState.VALID:
        return Standing(state)
    if valid_to is not None and today > valid_to:
        return Standing.ENDED
    return Standing.TO_COME if today < valid_from else Standing.VALID


def refusal_to_change(*, state: CodeState, is_asked: bool, reason: str) -> R | None:
    """Only what is valid can be revoked or replaced, for a reason, and asked for once at a time."""
    checks = (
        (state != CodeState.VALID, R.NOT_VALID),
        (is_asked, R.ASKED_ALREADY),
        (not reason.strip(), R.NO_REASON),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_to_decide(*, asked: str) -> R | None:
    """Only what somebody asked for."""
    return None if asked else R.NOTHING_ASKED

"""Taking in and screening."""

import datetime
import unicodedata

from sanshe.appeals.enums import Channel, Ground, R

PACE = datetime.timedelta(hours=1)
MOST_OF_DEVICE, MOST_OF_ADDRESS, MOST_OF_HOUSE = 6, 60, 600  # within PACE; a hall sits behind one address
WRONG_OF_DEVICE, WRONG_OF_HOUSE = 5, 600  # codes that nobody has
TYPED_FOR = frozenset({Channel.PHONE, Channel.WINDOW})


def number(day: str, n: int) -> str:
    """220214-017: the day as YYMMDD, and every contact of it in the district."""
    return f"{day}-{n:03d}"


def refusal_to_take_in(*, text: str, channel: Channel, is_read_back: bool) -> R | None:
    """What is typed for somebody is read back to them."""
    if not text.strip():
        return R.NO_TEXT
    return R.NOT_READ_BACK if channel in TYPED_FOR and not is_read_back else None


def refusal_to_decline(*, ground: Ground | None, channel: str) -> R | None:
    """By one of the six grounds, and only with where it belongs."""
    return None if ground and channel.strip() else R.NO_GROUND


def refusal_of_words(words: str) -> R | None:
    """What was answered, where it was sent, what was done, what was seen: it is told to the resident."""
    return None if words.strip() else R.NO_WORDS


def spelled(code: str) -> str:
    """A code as it is kept, however it was typed: with blanks, small, in full width."""
    return "".join(unicodedata.normalize("NFKC", code).upper().split()).replace("-", "")[:20]

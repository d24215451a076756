"""How numbers and telephones are compared, and how often one may guess. Pure."""

import datetime
import re
import unicodedata

from sanshe.core.kit import same

# Wrong guesses within PER: at one number by one browser, at one number by all of them, at all numbers of the house.
# Nothing is counted by address: a hall sits behind one. A right guess takes back what it counted.
PER = datetime.timedelta(hours=1)
MOST_OF_DEVICE, MOST_OF_NUMBER, MOST_OF_HOUSE = 5, 20, 600
OPEN_FOR = datetime.timedelta(hours=2)
LONGEST = 24
EXTENSION = re.compile(r"转|ext|x|#", re.IGNORECASE)
WORD = re.compile(r"^[一-鿿]{2,}\s*(?=\d)")  # what it is a number of, as letters write it
DASHES = re.compile(r"[\s‐-―－_]+")


def spelled(number: str) -> str:
    """A number as it is kept, however it was typed: 220120—001, ２２０１２０-001 and 异议 220120-001 are one."""
    plain = WORD.sub("", unicodedata.normalize("NFKC", number).strip().upper()[: 2 * LONGEST])
    return re.sub(r"-+", "-", DASHES.sub("-", plain)).strip("-")[:LONGEST]


def last_four(phone: str) -> str:
    """The last four digits of a telephone number, without its extension; empty for what has fewer."""
    digits = same.phone(EXTENSION.split(phone, maxsplit=1)[0])
    return digits[-4:] if len(digits) >= 4 else ""


def key(number: str, phone: str) -> str:
    """What a matter is found by: its number and four digits; empty where one of them is missing."""
    asked, four = spelled(number), last_four(phone)
    return f"{asked}:{four}" if asked and four else ""


def is_spelled(number: str, pattern: str) -> bool:
    return re.fullmatch(pattern, spelled(number)) is not None


def counts(number: str, device: str) -> tuple[tuple[str, int], ...]:
    """What a guess counts under, and how many are let pass."""
    asked = spelled(number)
    return (
        (f"track:{asked}:{device}", MOST_OF_DEVICE),
        (f"track:{asked}", MOST_OF_NUMBER),
        ("track", MOST_OF_HOUSE),
    )

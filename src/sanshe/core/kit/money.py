"""Money in whole 分: read from what is typed, written as it is printed."""

import re

YUAN = re.compile(r"(\d{1,7})(?:\.(\d{1,2}))?")


def cents_of(text: str, most: int = 100_000_00) -> int | None:
    """分 of 1,234.5 (123450); None for nothing, no number, more than two places or more than the most, 100,000 元."""
    found = YUAN.fullmatch(text.strip().replace(",", "").replace("，", ""))
    if found is None:
        return None
    cents = int(found[1]) * 100 + int((found[2] or "").ljust(2, "0"))
    return cents if 0 < cents <= most else None


def yuan(cents: int) -> str:
    """123450 is 1,234.50; no place for the 分 when there are none."""
    whole, rest = divmod(cents, 100)
    return f"{whole:,}.{rest:02d}" if rest else f"{whole:,}"

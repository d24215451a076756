"""Text as people type it: without the characters that nobody sees and that turn around what stands beside them."""

import re

# Controls but tab and line ends; marks, embeddings, overrides and isolates of direction; joiners without width; what
# XML cannot hold. A telephone number copied on some systems comes wrapped in them.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\ufffe\uffff]"
)


def plain(text: str) -> str:
    """The text without them."""
    return _UNSEEN.sub("", text)


def is_plain(text: str) -> bool:
    return _UNSEEN.search(text) is None


def plainly(value: object) -> object:
    """The same for every text in lists and objects."""
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, list):
        return [plainly(one) for one in value]
    return {key: plainly(one) for key, one in value.items()} if isinstance(value, dict) else value

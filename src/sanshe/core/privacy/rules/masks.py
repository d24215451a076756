"""What is left of a value for those who may not see it whole."""

from collections.abc import Callable

from sanshe.core.privacy.enums import Mask

STARS = "****"


def mask_name(name: str) -> str:
    """梁晓芸 becomes 梁**, 郝敏 becomes 郝*; an empty name stays empty."""
    return name[:1] + "*" * (len(name) - 1)


def mask_phone(phone: str) -> str:
    """13800000000 becomes 138****0000; anything shorter than eight digits shows its last two at most."""
    if len(phone) < 8:
        return _tail(phone, 2)
    return f"{phone[:3]}{STARS}{phone[-4:]}"


def mask_code(code: str) -> str:
    """An identity number: the first four and the last two characters."""
    return f"{code[:4]}{STARS}{code[-2:]}" if len(code) > 8 else _tail(code, 2)


def mask_account(number: str) -> str:
    """A bank account: the last four digits."""
    return _tail(number, 4)


def mask_whole(text: str) -> str:
    """Nothing of it, not even its length."""
    return STARS if text else ""


def _tail(text: str, kept: int) -> str:
    return f"{STARS}{text[-kept:]}" if len(text) > kept * 2 else mask_whole(text)


MASKS: dict[Mask, Callable[[str], str]] = {
    Mask.NAME: mask_name,
    Mask.PHONE: mask_phone,
    Mask.CODE: mask_code,
    Mask.ACCOUNT: mask_account,
    Mask.HIDDEN: mask_whole,
}

"""Words for codes of accounts."""

from typing import Any

from django import template

from sanshe.core.accounts import phrases, rules
from sanshe.core.kit.roles import LABELS
from sanshe.core.privacy.rules import mask_phone

register = template.Library()


@register.filter
def role(code: str) -> Any:
    """The name of a role."""
    return LABELS.get(code, code)


@register.filter
def standing(code: str) -> Any:
    """Where a term stands, in a word."""
    return phrases.STANDINGS[code]


@register.filter
def pill(code: str) -> str:
    """The shape of its pill."""
    return phrases.PILLS[code]


@register.filter
def factor(kind: str) -> Any:
    """A kind of second factor."""
    return phrases.FACTORS.get(kind, kind)


@register.filter
def phone(text: str | None) -> str:
    """A phone number, masked."""
    return mask_phone(text or "")


@register.filter
def device(agent: str) -> str:
    """A browser in words."""
    return phrases.device(*rules.device_kind(agent))


@register.filter
def at_key(table: dict[str, Any], key: str) -> Any:
    """A value by a key that is itself a variable."""
    return table.get(key, "")

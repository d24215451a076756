"""Codes that were sent."""

from datetime import datetime

from sanshe.core.accounts import rules
from sanshe.core.accounts.models import PhoneCode
from sanshe.core.privacy.queries import blind_phone


def codes_sent(*, phone: str, real: datetime) -> tuple[list[datetime], int]:
    """When codes went to a phone in the last day, and how many the house sent in the last hour."""
    sent = PhoneCode.objects.filter(phone_blind=blind_phone(phone), made_at__gt=real - rules.DAY)
    of_house = PhoneCode.objects.filter(made_at__gt=real - rules.HOUR).count()
    return list(sent.values_list("made_at", flat=True)), of_house


def open_code(*, phone: str, device: str) -> PhoneCode | None:
    """The latest code for a phone that this browser asked for and has not used."""
    rows = PhoneCode.objects.filter(phone_blind=blind_phone(phone), device=device, used_at=None)
    return rows.order_by("-made_at").first()

"""Codes that were sent."""

from datetime import datetime

from sanshe.core.accounts.models import PhoneCode
from sanshe.core.privacy.queries import blind_phone


def codes_since(*, phone: str, device: str, since: datetime) -> tuple[list[datetime], int]:
    """When codes went to a phone, and how many a device asked for."""
    rows = PhoneCode.objects.filter(made_at__gt=since)
    sent = list(rows.filter(phone_blind=blind_phone(phone)).values_list("made_at", flat=True))
    return sent, rows.filter(device=device).count() if device else 0


def open_code(*, phone: str, device: str) -> PhoneCode | None:
    """The latest code for a phone that this browser asked for and has not used."""
    rows = PhoneCode.objects.filter(phone_blind=blind_phone(phone), device=device, used_at=None)
    return rows.order_by("-made_at").first()

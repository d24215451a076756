"""Codes that were sent."""

from datetime import datetime

from sanshe.core.accounts import rules
from sanshe.core.accounts.models import PhoneCode
from sanshe.core.accounts.types import CodeUse
from sanshe.core.privacy.queries import blind_phone


def codes_sent(*, phone: str, real: datetime) -> tuple[list[datetime], int]:
    """When codes went to a phone in the last day, and how many the house sent in the last hour."""
    sent = PhoneCode.objects.filter(phone_blind=blind_phone(phone), made_at__gt=real - rules.DAY)
    of_house = PhoneCode.objects.filter(made_at__gt=real - rules.HOUR).count()
    return list(sent.values_list("made_at", flat=True)), of_house


def open_code(*, phone: str, device: str, use: CodeUse, about: str = "") -> PhoneCode | None:
    """The latest code for a phone that this browser asked for, for this use and thing, and has not used."""
    asked = {"device": device, "use": use.code, "about": about}
    rows = PhoneCode.objects.filter(phone_blind=blind_phone(phone), used_at=None, **asked)
    return rows.order_by("-made_at").first()

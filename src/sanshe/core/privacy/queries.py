"""Which personal fields there are, and whether the keys open them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.apps import apps
from django.db import models
from django.db.models import F, QuerySet, TextField
from django.db.models.functions import Cast

from sanshe.core.kit import same
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.registry import Registry
from sanshe.core.privacy.adapters import blind
from sanshe.core.privacy.fields import EncryptedText
from sanshe.core.privacy.rules import MASKS
from sanshe.core.privacy.types import PersonalField, Purge

PERSONAL: Registry[PersonalField] = Registry("personal field")
PURGES: Registry[Purge] = Registry("purge")


@dataclass(frozen=True, slots=True)
class Told:
    """One line of the privacy notice."""

    field: PersonalField
    encrypted: bool


def blind_phone(text: str) -> str:
    """The index under which a phone number is found, however it was typed."""
    return blind(same.phone(text))


def blind_name(text: str) -> str:
    """The index under which a name is found."""
    return blind(same.name(text))


def masked(code: str, text: str) -> str:
    """A value of a declared field as those see it who may not see it whole."""
    return MASKS[PERSONAL[code].mask](text)


def encrypted_fields() -> Iterator[tuple[type[models.Model], EncryptedText]]:
    """Every encrypted field of every model."""
    for model in apps.get_models():
        for field in model._meta.local_fields:
            if isinstance(field, EncryptedText):
                yield model, field


def undeclared() -> list[str]:
    """Encrypted fields that stand in no declaration: there must be none."""
    declared = {(one.model.lower(), one.field) for one in PERSONAL}
    return [f.place for model, f in encrypted_fields() if (model._meta.label_lower, f.name) not in declared]


def unpurged() -> list[str]:
    """Fields whose retention is a date of their own and that nothing destroys: there must be none."""
    kept = {field for purge in PURGES for field in purge.fields}
    told = {f"{one.model}.{one.field}" for one in PERSONAL if not one.is_archive}
    return sorted(told - kept)


def notice() -> list[Told]:
    """The lines of the public privacy notice, by label."""
    sealed = {(model._meta.label_lower, field.name) for model, field in encrypted_fields()}
    lines = [Told(one, (one.model.lower(), one.field) in sealed) for one in PERSONAL]
    return sorted(lines, key=lambda told: str(told.field.label))


def raw(model: type[models.Model], field: EncryptedText) -> QuerySet:
    """The stored forms of a field, unopened, as `raw`; empty ones left out."""
    rows = model._base_manager.annotate(raw=Cast(F(field.name), TextField()))
    return rows.exclude(raw=None).exclude(raw="")


def faults() -> list[Refused]:
    """Why the first or the last value of each field does not open; empty when the keys fit. Reads two rows a field."""
    found = []
    for model, field in encrypted_fields():
        for order in ("pk", "-pk"):
            try:
                raw(model, field).order_by(order).values_list(field.name, flat=True).first()
            except Refused as fault:
                found.append(fault)
                break
    return found

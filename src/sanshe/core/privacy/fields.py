"""Model fields for personal data."""

from collections.abc import Callable
from typing import Any

from django.db import models

from sanshe.core.privacy.rules import cipher, keys


class EncryptedText(models.TextField):
    """A text that is stored encrypted. It can be neither filtered nor ordered by; put a `BlindIndex` beside it.

    `max_length` counts the characters of the plain text and is checked by forms, not by the database.
    """

    def get_prep_value(self, value: Any) -> str | None:
        plain = super().get_prep_value(value)
        return cipher.seal(keys.ring(), plain, self.place) if plain else plain

    def from_db_value(self, stored: str | None, expression: Any, connection: Any) -> str | None:
        return keys.opened(stored, self.place) if stored else stored

    @property
    def place(self) -> str:
        """What the cipher binds in: where this field lies."""
        return f"{self.model._meta.label_lower}.{self.name}"

    def get_lookup(self, name: str) -> Any:
        if name not in ("isnull",):
            raise TypeError(f"{self.place} is encrypted: compare its blind index instead")
        return super().get_lookup(name)


class BlindIndex(models.CharField):
    """A keyed fingerprint of another field, written whenever the row is saved; equal values are found by it.

    `update()` does not pass here: set both fields there.
    """

    def __init__(self, *args: Any, source: str = "", normalise: Callable[[str], str] = str, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 64)
        kwargs.setdefault("db_index", not kwargs.get("unique", False))
        kwargs.setdefault("editable", False)
        super().__init__(*args, **kwargs)
        self.source, self.normalise = source, normalise

    def of(self, text: str) -> str | None:
        """The index of a text as a person may write it."""
        found = cipher.blind(keys.ring(), self.normalise(text)) if text else ""
        return found or (None if self.null else "")

    def pre_save(self, instance: models.Model, add: bool) -> Any:
        if self.source:
            setattr(instance, self.attname, self.of(getattr(instance, self.source) or ""))
        return super().pre_save(instance, add)

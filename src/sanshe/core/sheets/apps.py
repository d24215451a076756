"""Sheets: the app."""

from django.apps import AppConfig


class SheetsConfig(AppConfig):
    """Above codes: every app whose people fill something in stands on it."""

    name = "sanshe.core.sheets"
    label = "sheets"

    def ready(self) -> None:
        from sanshe.core.audit.queries import FIELD_LABELS  # models are loaded only now
        from sanshe.core.sheets import phrases
        from sanshe.core.ui.queries import SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        FIELD_LABELS.update(phrases.FIELDS)

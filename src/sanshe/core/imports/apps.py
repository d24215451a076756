"""Imports: the app."""

from django.apps import AppConfig


class ImportsConfig(AppConfig):
    """Above ledgers, in whose sheets the rows that were not taken over are handed back."""

    name = "sanshe.core.imports"
    label = "imports"

    def ready(self) -> None:
        from sanshe.core.audit.queries import EVENT_LABELS, KIND_LABELS  # models are loaded only now
        from sanshe.core.imports import phrases, views
        from sanshe.core.imports.actions.retention import purge
        from sanshe.core.privacy.enums import Mask
        from sanshe.core.privacy.queries import PERSONAL, PURGES
        from sanshe.core.privacy.types import PersonalField, Purge
        from sanshe.core.ui.queries import BESIDE, SENTENCES, add_slot

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        EVENT_LABELS.update(phrases.EVENTS)
        KIND_LABELS.update(phrases.KINDS)
        add_slot("ledgers.index", views.to_read_in)
        said = phrases.PRIVACY
        rest = (said["purpose"], said["basis"], said["retention"])
        fields = ("imports.ImportRow.values", "imports.ImportTable.cells")
        PURGES.add("imports.import", Purge(fields, purge))
        PERSONAL.add("imports.import", PersonalField("imports.ImportRow", "values", said["label"], *rest, Mask.HIDDEN))
        table = PersonalField("imports.ImportTable", "cells", said["table"], *rest, Mask.HIDDEN)
        PERSONAL.add("imports.table", table)

"""Rows: the app."""

from django.apps import AppConfig


class RowsConfig(AppConfig):
    """Above audit, below files. It has no tables: it is what those of other apps are made from."""

    name = "sanshe.core.rows"
    label = "rows"

    def ready(self) -> None:
        from sanshe.core.audit.queries import EVENT_LABELS  # models are loaded only now
        from sanshe.core.receipts.adapters import before_write
        from sanshe.core.rows import phrases, views
        from sanshe.core.ui.queries import BESIDE, SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        EVENT_LABELS.update(phrases.EVENTS)
        before_write.fill(views.insist_on_page)

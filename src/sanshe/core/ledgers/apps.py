"""Ledgers: the app."""

from django.apps import AppConfig


class LedgersConfig(AppConfig):
    """Above papers, as which a ledger is printed; below everything that declares a ledger."""

    name = "sanshe.core.ledgers"
    label = "ledgers"

    def ready(self) -> None:
        from sanshe.core.audit.queries import EVENT_LABELS, KIND_LABELS  # models are loaded only now
        from sanshe.core.ledgers import phrases
        from sanshe.core.ui.queries import SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        EVENT_LABELS.update(phrases.EVENTS)
        KIND_LABELS.update(phrases.KINDS)

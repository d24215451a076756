"""Receipts: the app."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created


class ReceiptsConfig(AppConfig):
    """Below audit, above jobs."""

    name = "sanshe.core.receipts"
    label = "receipts"

    def ready(self) -> None:
        from sanshe.core.jobs.queries import HANDLERS, RULES  # models are loaded only now
        from sanshe.core.jobs.types import Handler, Rule
        from sanshe.core.receipts import actions, adapters, phrases
        from sanshe.core.ui.queries import SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        HANDLERS.add("receipts.sweep", Handler(run=lambda payload: actions.sweep(), limit_seconds=300))
        RULES.add("receipts.sweep", Rule(every="day", at_hour=4, job="receipts.sweep"))
        connection_created.connect(adapters.listen, dispatch_uid="receipts.listen")

"""Tracking: the app."""

from django.apps import AppConfig


class TrackingConfig(AppConfig):
    """Above accounts, which counts the guesses. It has no tables: a kind keeps the index in its own."""

    name = "sanshe.core.tracking"
    label = "tracking"

    def ready(self) -> None:
        from sanshe.core.tracking import phrases, views
        from sanshe.core.ui.queries import BESIDE, SENTENCES, add_slot

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        add_slot("front.aside", views.front)

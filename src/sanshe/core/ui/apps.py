"""UI: the app."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Above kit and privacy, below everything that has a page."""

    name = "sanshe.core.ui"
    label = "ui"

    def ready(self) -> None:
        from sanshe.core.privacy import phrases as personal
        from sanshe.core.ui.phrases import SENTENCES as OURS
        from sanshe.core.ui.phrases import UNKNOWN
        from sanshe.core.ui.queries import SENTENCES
        from sanshe.core.ui.queries import UNKNOWN as CODE

        SENTENCES[CODE] = UNKNOWN
        SENTENCES.update(OURS)
        SENTENCES.update(personal.SENTENCES)

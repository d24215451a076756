"""Figures: the app."""

from django.apps import AppConfig


class FiguresConfig(AppConfig):
    """Above jobs, which fold what events counted; below everything that counts."""

    name = "sanshe.core.figures"
    label = "figures"

    def ready(self) -> None:
        from sanshe.core.figures import phrases, tasks
        from sanshe.core.ui.queries import SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        tasks.register()

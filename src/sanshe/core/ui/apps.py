"""UI: the app."""

from django.apps import AppConfig


class UiConfig(AppConfig):
    """Above kit and privacy, below everything that has a page."""

    name = "sanshe.core.ui"
    label = "ui"

"""Serials: the app."""

from django.apps import AppConfig


class SerialsConfig(AppConfig):
    """Below everything that gives numbers."""

    name = "sanshe.core.serials"
    label = "serials"

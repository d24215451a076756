"""Duties: the app."""

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """Above accounts: the domain apps declare their sources in `queries.SOURCES`."""

    name = "sanshe.core.duties"
    label = "duties"

    def ready(self) -> None:
        from sanshe.core.duties import ledgers, phrases, tasks
        from sanshe.core.notices.queries import TEMPLATES
        from sanshe.core.notices.types import Template

        for code, (title, text) in phrases.TEXTS.items():
            TEMPLATES.add(code, Template(title, text))
        tasks.register()
        ledgers.declare()

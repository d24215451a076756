"""Journeys: the app."""

from django.apps import AppConfig


class JourneysConfig(AppConfig):
    """What leads from one domain app into another."""

    name = "sanshe.journeys"
    label = "journeys"

    def ready(self) -> None:
        from sanshe.journeys.ledgers import cases, records  # the registries are there only now

        cases.declare()
        records.declare()

"""Tracking: the app."""

from django.apps import AppConfig


class TrackingConfig(AppConfig):
    """Above accounts, which counts the guesses. It has no tables: a kind keeps the index in its own."""

    name = "sanshe.core.tracking"
    label = "tracking"

    def ready(self) -> None:
        from sanshe.core.tracking import phrases
        from sanshe.core.ui.queries import BESIDE, DOORS, SENTENCES, address
        from sanshe.core.ui.types import Door

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        door = Door("查", phrases.DOOR, lambda paths, at: (address("tracking:track"), phrases.DOOR_LINE), order=90)
        DOORS.add("tracking", door)

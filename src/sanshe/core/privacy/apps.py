"""Privacy: the app."""

from django.apps import AppConfig


class PrivacyConfig(AppConfig):
    """The lowest app: whatever holds a personal field stands on it."""

    name = "sanshe.core.privacy"
    label = "privacy"

    def ready(self) -> None:
        from sanshe.core.privacy import adapters
        from sanshe.core.privacy.rules import keys

        keys.come_from(adapters.read_ring)

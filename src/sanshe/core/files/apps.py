"""Files: the app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Above audit, which records what is attached and purged."""

    name = "sanshe.core.files"
    label = "files"

    def ready(self) -> None:
        from sanshe.core.audit.queries import EVENT_LABELS  # models are loaded only now
        from sanshe.core.files import phrases
        from sanshe.core.ui.queries import BESIDE, SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        EVENT_LABELS.update(phrases.EVENTS)

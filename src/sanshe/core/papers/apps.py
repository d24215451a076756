"""Papers: the app."""

from django.apps import AppConfig


class PapersConfig(AppConfig):
    """Above files and audit, below everything that declares a document."""

    name = "sanshe.core.papers"
    label = "papers"

    def ready(self) -> None:
        from sanshe.core.audit.queries import EVENT_LABELS, KIND_LABELS  # models are loaded only now
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.papers import phrases, tasks
        from sanshe.core.papers.enums import P
        from sanshe.core.privacy.enums import Mask
        from sanshe.core.privacy.queries import PERSONAL
        from sanshe.core.privacy.types import PersonalField
        from sanshe.core.ui.queries import SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        EVENT_LABELS.update(phrases.EVENTS)
        KIND_LABELS.update(phrases.KINDS)
        grant(Role.DISTRICT_ADMIN, P.TEMPLATES)
        tasks.register()
        said = phrases.PRIVACY
        rest = (said["purpose"], said["basis"], said["retention"])
        PERSONAL.add("papers.paper", PersonalField("papers.Paper", "tree", said["label"], *rest, Mask.HIDDEN, True))

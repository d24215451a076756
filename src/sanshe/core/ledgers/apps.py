"""Ledgers: the app."""

from django.apps import AppConfig


class LedgersConfig(AppConfig):
    """Above files and audit, below everything that declares a ledger."""

    name = "sanshe.core.ledgers"
    label = "ledgers"

    def ready(self) -> None:
        from sanshe.core.audit.queries import EVENT_LABELS, KIND_LABELS  # models are loaded only now
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.ledgers import phrases, tasks
        from sanshe.core.ledgers.enums import P
        from sanshe.core.ui.queries import SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        grant(Role.DISTRICT_ADMIN, P.TEMPLATES)
        EVENT_LABELS.update(phrases.EVENTS)
        KIND_LABELS.update(phrases.KINDS)
        tasks.register()
        self._declare_personal_fields()

    def _declare_personal_fields(self) -> None:
        from sanshe.core.ledgers import phrases
        from sanshe.core.ledgers.actions.retention import purge
        from sanshe.core.privacy.enums import Mask
        from sanshe.core.privacy.queries import PERSONAL, PURGES
        from sanshe.core.privacy.types import PersonalField, Purge

        said = phrases.PRIVACY
        rest = (said["purpose"], said["basis"], said["retention"])
        PURGES.add("ledgers.import", Purge(("ledgers.ImportRow.values",), purge))
        PERSONAL.add("ledgers.import", PersonalField("ledgers.ImportRow", "values", said["label"], *rest, Mask.HIDDEN))
        said = phrases.PAPER_PRIVACY
        rest = (said["purpose"], said["basis"], said["retention"])
        PERSONAL.add("ledgers.paper", PersonalField("ledgers.Paper", "tree", said["label"], *rest, Mask.HIDDEN, True))

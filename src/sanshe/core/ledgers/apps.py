"""Ledgers: the app."""

from django.apps import AppConfig


class LedgersConfig(AppConfig):
    """Above files and audit, below everything that declares a ledger."""

    name = "sanshe.core.ledgers"
    label = "ledgers"

    def ready(self) -> None:
        from sanshe.core.audit.queries import EVENT_LABELS, KIND_LABELS  # models are loaded only now
        from sanshe.core.jobs.queries import HANDLERS, RULES
        from sanshe.core.jobs.types import Handler, Rule
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.ledgers import actions, phrases
        from sanshe.core.ledgers.enums import P
        from sanshe.core.ui.queries import SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        grant(Role.BUREAU_OFFICER, P.TEMPLATES)
        grant(Role.DISTRICT_ADMIN, P.TEMPLATES)
        EVENT_LABELS.update(phrases.EVENTS)
        KIND_LABELS.update(phrases.KINDS)
        HANDLERS.add("ledgers.fold", Handler(run=lambda payload: actions.fold(), limit_seconds=120))
        RULES.add("ledgers.fold", Rule(every="minute", job="ledgers.fold"))
        self._declare_personal_fields()

    def _declare_personal_fields(self) -> None:
        from sanshe.core.ledgers import phrases
        from sanshe.core.privacy.enums import Mask
        from sanshe.core.privacy.queries import PERSONAL
        from sanshe.core.privacy.types import PersonalField

        said = phrases.PRIVACY
        rest = (said["purpose"], said["basis"], said["retention"])
        PERSONAL.add("ledgers.import", PersonalField("ledgers.ImportRow", "values", said["label"], *rest, Mask.HIDDEN))

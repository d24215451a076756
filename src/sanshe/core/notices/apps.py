"""Notices: the app."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Above ledgers, below calendar: the days of a window are given by the caller."""

    name = "sanshe.core.notices"
    label = "notices"

    def ready(self) -> None:
        from sanshe.core.audit.queries import EVENT_LABELS, KIND_LABELS  # models are loaded only now
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.notices import ledgers, phrases, tasks
        from sanshe.core.notices.enums import P
        from sanshe.core.ui.queries import SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        for role in (Role.DISTRICT_ADMIN, Role.AUDITOR):
            grant(role, P.READ)
        EVENT_LABELS.update(phrases.EVENTS)
        KIND_LABELS.update(phrases.KINDS)
        tasks.register()
        ledgers.declare()
        self._declare_personal_fields()

    def _declare_personal_fields(self) -> None:
        from sanshe.core.notices import phrases
        from sanshe.core.notices.actions import purge
        from sanshe.core.privacy.enums import Mask
        from sanshe.core.privacy.queries import PERSONAL, PURGES
        from sanshe.core.privacy.types import PersonalField, Purge

        said = phrases.PRIVACY
        rest = (said["purpose"], said["basis"], said["retention"])
        PERSONAL.add("notices.phone", PersonalField("notices.Message", "phone", said["label"], *rest, Mask.PHONE))
        PERSONAL.add("notices.mail", PersonalField("notices.Message", "mail", said["mail_label"], *rest, Mask.HIDDEN))
        PURGES.add(
            "notices.messages", Purge(("notices.Message.phone", "notices.Message.mail", "notices.Message.text"), purge)
        )
        PERSONAL.add("notices.text", PersonalField("notices.Message", "text", said["text_label"], *rest, Mask.HIDDEN))

"""Calendar: the app."""

from django.apps import AppConfig


class CalendarConfig(AppConfig):
    """Above notices, below areas."""

    name = "sanshe.core.calendar"
    label = "calendar"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.calendar import phrases
        from sanshe.core.calendar.enums import P
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.ui.queries import SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        for role in Role:
            grant(role, P.READ)
        for role in (Role.DISTRICT_ADMIN, Role.BUREAU_OFFICER):
            grant(role, P.LOAD)
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.FIELDS)

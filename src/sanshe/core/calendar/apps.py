"""Calendar: the app."""

from django.apps import AppConfig


class CalendarConfig(AppConfig):
    """Above notices, below areas."""

    name = "sanshe.core.calendar"
    label = "calendar"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.calendar import phrases, queries
        from sanshe.core.calendar.enums import P
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.ledgers.queries import STEPS
        from sanshe.core.ledgers.types import Step
        from sanshe.core.ui.queries import BESIDE, SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        STEPS.add("calendar", Step("calendar", *phrases.STEP, P.LOAD, "calendar:load", queries.is_loaded, 40))
        for role in Role:
            grant(role, P.READ)
        grant(Role.DISTRICT_ADMIN, P.LOAD)
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.FIELDS)

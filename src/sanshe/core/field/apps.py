"""The field: the app."""

from django.apps import AppConfig


class FieldConfig(AppConfig):
    """Above duties, which name what waits for a person. What is noted is decided by the apps' kinds."""

    name = "sanshe.core.field"
    label = "field"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.field import ledgers, phrases
        from sanshe.core.field.enums import Duty, EventState, P
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.ui.queries import BESIDE, SENTENCES, WORDS

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        WORDS[Duty] = phrases.DUTIES
        WORDS[EventState] = phrases.STATES
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.RECORD_FIELDS)
        grant(Role.DISTRICT_ADMIN, P.READ, P.REVOKE)
        grant(Role.AUDITOR, P.READ)
        ledgers.declare()
        _declare_personal()


def _declare_personal() -> None:
    from sanshe.core.field import phrases as p
    from sanshe.core.field.actions import destroy_over
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge

    told = PersonalField("field.Event", "words", p.FIELDS["words"], p.PURPOSE, p.BASIS, p.RETENTION)
    PERSONAL.add("field.event.words", told)
    PURGES.add("field.events", Purge(("field.Event.words",), destroy_over))

"""Codes: the app."""

from django.apps import AppConfig


class CodesConfig(AppConfig):
    """Above accounts; kinds of code declare themselves in `queries.KINDS`."""

    name = "sanshe.core.codes"
    label = "codes"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.codes import ledgers, phrases, queries, tasks
        from sanshe.core.codes.enums import Duty, P
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.ui.queries import SENTENCES, WORDS

        SENTENCES.update(phrases.SENTENCES)
        WORDS[Duty] = phrases.DUTIES
        for role in (Role.DISTRICT_ADMIN, Role.AUDITOR):
            grant(role, P.READ)
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.FIELDS)
        audit.VALUE_LABELS[(queries.KIND, "change")] = phrases.CHANGES
        audit.NAMED.add(queries.KIND, queries.names)
        tasks.register()
        ledgers.declare()

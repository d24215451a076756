"""Audit: the app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """Above jobs and receipts, below everything that is recorded."""

    name = "sanshe.core.audit"
    label = "audit"

    def ready(self) -> None:
        from sanshe.core.audit import phrases, queries, tasks  # models are loaded only now
        from sanshe.core.audit.enums import P
        from sanshe.core.kit.roles import Role, grant

        grant(Role.AUDITOR, P.READ, P.VERIFY)
        grant(Role.DISTRICT_ADMIN, P.READ, P.VERIFY)
        queries.EVENT_LABELS.update(phrases.EVENTS)
        tasks.register()

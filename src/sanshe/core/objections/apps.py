"""Objections: the app."""

from django.apps import AppConfig


class ObjectionsConfig(AppConfig):
    """The top of the core. It is made ready after the apps above it, and tells the house of each subject they added."""

    name = "sanshe.core.objections"
    label = "objections"

    def ready(self) -> None:
        from sanshe.core.accounts.queries import HANDINGS  # models are loaded only now
        from sanshe.core.accounts.types import Handing
        from sanshe.core.audit import queries as audit
        from sanshe.core.objections import actions, ledgers, phrases, queries, tasks
        from sanshe.core.objections.queries import SUBJECTS
        from sanshe.core.ui.queries import BESIDE, SENTENCES

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        audit.KIND_LABELS["objections.objection"] = phrases.LABEL
        audit.FIELD_LABELS.update(phrases.FIELDS)
        for kind in SUBJECTS.codes():
            ledgers.declare(kind)
        HANDINGS.add(
            "objections.case", Handing("objections.case", phrases.LABEL, queries.cases_in_hand, actions.hand_over)
        )
        tasks.register()
        _declare_personal()


def _declare_personal() -> None:
    from sanshe.core.objections.actions import purge
    from sanshe.core.objections.phrases import PRIVACY as said
    from sanshe.core.privacy.enums import Mask
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge

    rest = (said["purpose"], said["basis"], said["retention"], Mask.HIDDEN)
    for name in ("name", "phone"):
        PERSONAL.add(f"objections.{name}", PersonalField("objections.Objection", name, said[name], *rest))
    PURGES.add("objections.objectors", Purge(("objections.Objection.name", "objections.Objection.phone"), purge))

"""Consents: the app."""

from django.apps import AppConfig


class ConsentsConfig(AppConfig):
    """Above signing and tracking. Which matters need consents, and what goes with one, their apps declare in `USES`."""

    name = "sanshe.core.consents"
    label = "consents"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.consents import enums, phrases, queries, tasks
        from sanshe.core.consents.actions.ask import ASKED
        from sanshe.core.files.queries import GUARDS
        from sanshe.core.kit.roles import Role, grant
        from sanshe.core.notices.queries import TEMPLATES
        from sanshe.core.notices.types import Template
        from sanshe.core.parties.queries import KEEPERS
        from sanshe.core.tracking.queries import TRACKED
        from sanshe.core.tracking.types import Tracked
        from sanshe.core.ui.queries import BESIDE, SENTENCES, WORDS

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        WORDS[enums.Stage] = phrases.STAGES
        WORDS[enums.Medium] = phrases.MEDIA
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.RECORD_FIELDS)
        TEMPLATES.add(ASKED, Template(phrases.ASKED_TITLE, phrases.ASKED_TEXT))
        GUARDS.add(queries.KIND, lambda actor, key: queries.request(actor, key) is not None)
        KEEPERS.append(queries.ids_still_named)
        TRACKED.add(
            queries.KIND,
            Tracked(phrases.NAME, "授-220217-003", r"授-\d{6}-\d{3,}", find=queries.found_by, page=queries.own_address),
        )
        grant(Role.COMMUNITY_WORKER, enums.P.ASK)
        tasks.register()
        _declare_personal()


def _declare_personal() -> None:
    from sanshe.core.consents.actions import forget_over
    from sanshe.core.consents.phrases import FIELDS
    from sanshe.core.consents.phrases import PRIVACY as said
    from sanshe.core.privacy.enums import Mask
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge

    rest = (said["purpose"], said["basis"], said["retention"], Mask.NAME)
    told = PersonalField("consents.ConsentRequest", "guardian", FIELDS["guardian"], *rest)
    PERSONAL.add("consents.consentrequest.guardian", told)
    PURGES.add("consents.guardians", Purge(("consents.ConsentRequest.guardian",), forget_over))

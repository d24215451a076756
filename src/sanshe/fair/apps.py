"""Fairs: the app."""

from django.apps import AppConfig


class FairConfig(AppConfig):
    """Riddles that are won once, prizes that are given once, an account that two people sign."""

    name = "sanshe.fair"
    label = "fair"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.kit.story import STORIES
        from sanshe.core.privacy.queries import PURGES
        from sanshe.core.privacy.types import Purge
        from sanshe.core.ui.queries import BESIDE, SENTENCES, WORDS
        from sanshe.fair import ledgers, phrases
        from sanshe.fair.actions import forget
        from sanshe.fair.enums import Duty, FairState, RiddleState, RulingState
        from sanshe.fair.queries import fairs
        from sanshe.fair.story import STORY

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        WORDS.update({
            Duty: phrases.DUTIES,
            FairState: phrases.FAIR_STATES,
            RiddleState: phrases.RIDDLE_STATES,
            RulingState: phrases.RULING_STATES,
        })  # fmt: skip
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.RECORD_FIELDS)
        audit.NAMED.add("fair.fair", fairs.names)
        PURGES.add("fair.cards", Purge((), forget))
        _roles()
        ledgers.declare()
        STORIES.add("fair", STORY)


def _roles() -> None:
    """The community plans, keeps the desks and signs; the subdistrict countersigns."""
    from sanshe.core.kit.roles import Role as House
    from sanshe.core.kit.roles import grant
    from sanshe.fair.enums import P

    for role in (House.DISTRICT_ADMIN, House.AUDITOR):
        grant(role, P.READ)
    grant(House.SUBDISTRICT_MANAGER, P.READ, P.CHECK, P.RULE, P.COUNTERSIGN)
    grant(House.COMMUNITY_WORKER, P.READ, P.PLAN, P.CHECK, P.DESK, P.RULE)

"""Stories: the app."""

from django.apps import AppConfig


class StoriesConfig(AppConfig):
    """Leads, drafts whose sentences have sources, consents, the way to print, what goes when a consent ends."""

    name = "sanshe.stories"
    label = "stories"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.notices.queries import TEMPLATES
        from sanshe.core.notices.types import Template
        from sanshe.core.ui.queries import BESIDE, SENTENCES, WORDS
        from sanshe.stories import enums, ledgers, phrases, queries
        from sanshe.stories.actions.lead import ASKED

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        WORDS[enums.State] = phrases.STATES
        WORDS[enums.LeadState] = phrases.LEAD_STATES
        WORDS[enums.Duty] = phrases.DUTIES
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.RECORD_FIELDS)
        audit.NAMED.add(queries.KIND, queries.names)
        TEMPLATES.add(ASKED, Template(phrases.ASKED_TITLE, phrases.ASKED_TEXT, sms=False))
        ledgers.declare()
        _roles()
        _declare_personal()


def _roles() -> None:
    """The editor writes and publishes and never reviews; who takes calls checks; the civility office reviews."""
    from sanshe.core.areas.enums import Level
    from sanshe.core.areas.enums import P as Areas
    from sanshe.core.calendar.enums import P as Calendar
    from sanshe.core.consents.enums import P as Consents
    from sanshe.core.kit.roles import Role as House
    from sanshe.core.kit.roles import define, grant
    from sanshe.stories.enums import P, Role
    from sanshe.stories.phrases import ROLES

    editor = Role.STORY_EDITOR
    define(editor, ROLES[editor], levels=(Level.DISTRICT,), appointed_by=(House.DISTRICT_ADMIN,))
    grant(editor, Areas.READ, Calendar.READ, Consents.ASK, P.READ, P.PROPOSE, P.WRITE)
    grant("appeals_desk", P.READ, P.PROPOSE, P.CHECK)
    grant("civility_officer", P.READ, P.REVIEW)
    grant(House.COMMUNITY_WORKER, P.PROPOSE)
    for house in (House.DISTRICT_ADMIN, House.AUDITOR):
        grant(house, P.READ)


def _declare_personal() -> None:
    from sanshe.core.privacy.enums import Mask
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge
    from sanshe.stories.actions import forget_names
    from sanshe.stories.phrases import FIELDS
    from sanshe.stories.phrases import PRIVACY as said

    rest = (FIELDS["teller_name"], said["purpose"], said["basis"], said["retention"], Mask.NAME)
    for model in ("Lead", "Story"):
        PERSONAL.add(f"stories.{model.lower()}.teller_name", PersonalField(f"stories.{model}", "teller_name", *rest))
    PURGES.add("stories.tellers", Purge(("stories.Lead.teller_name", "stories.Story.teller_name"), forget_names))

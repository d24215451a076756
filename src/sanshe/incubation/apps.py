"""Incubation: the app."""

from typing import Any

from django.apps import AppConfig


class IncubationConfig(AppConfig):
    """From the call to the agreement, and the register of who entered."""

    name = "sanshe.incubation"
    label = "incubation"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.kit.story import STORIES
        from sanshe.core.notices.queries import ASIDES, Aside
        from sanshe.core.objections.views import aside_of
        from sanshe.core.ui.queries import BESIDE, DOORS, SENTENCES, VERSIONS, WORDS, add_slot
        from sanshe.core.ui.types import Door
        from sanshe.incubation import ledgers, phrases, tasks
        from sanshe.incubation.enums.notice.objection import KIND
        from sanshe.incubation.pages.call import door
        from sanshe.incubation.phrases.call import batch
        from sanshe.incubation.queries import subjects
        from sanshe.incubation.queries.notice.publication import NOTICE
        from sanshe.incubation.queries.panel.session import FOLLOWED
        from sanshe.incubation.story import STORY
        from sanshe.incubation.views import slots

        audit.EVENT_LABELS.update(phrases.gathered("EVENTS"))
        audit.KIND_LABELS.update(phrases.gathered("KINDS"))
        audit.FIELD_LABELS.update(phrases.gathered("FIELDS"))
        SENTENCES.update(phrases.gathered("SENTENCES"))
        BESIDE.update(phrases.gathered("BESIDE"))
        WORDS.update(phrases.words())
        for field in ("state", "was"):
            audit.VALUE_LABELS[("incubation.batch", field)] = batch.STATES
        for about in subjects.ABOUT:
            audit.NAMED.add(about, subjects.names(about))
        for kind, version in FOLLOWED.items():
            VERSIONS.add(kind, version)
        _define_roles()
        _grant_core()
        _grant()
        _grant_stay()
        _declare_personal()
        _declare_letters()
        tasks.register()
        add_slot("parties.organisation", slots.organisation)
        add_slot("front", slots.front)
        DOORS.add("incubation", Door("孵", batch.DOOR, door.shown, order=80))
        add_slot("desk", slots.desk)
        add_slot("incubation.entry", slots.after)
        add_slot("incubation.stay", slots.after)
        ASIDES.add(NOTICE, Aside("objections/_aside.html", aside_of(KIND)))
        ledgers.declare()
        STORIES.add("incubation", STORY)


def _grant() -> None:
    from sanshe.core.kit.roles import Role as House
    from sanshe.core.kit.roles import grant
    from sanshe.incubation.enums.access import P, Role

    read = (P.BATCH_READ, P.APPLICATION_READ, P.SCREENING_READ, P.PANEL_READ, P.TABULATION_READ, P.DECISION_READ)
    after = (P.OBJECTION_PROGRESS, P.AGREEMENT_READ, P.REGISTER_READ)
    grant(House.DISTRICT_ADMIN, *read, *after, P.BATCH_PLAN)
    grant(House.AUDITOR, *read, *after, P.PROOF_MAKE)
    grant(Role.PANELIST, P.SCORE_WRITE, P.SESSION_CHAIR, P.TABULATION_READ)
    grant(House.SUBDISTRICT_MANAGER, P.REGISTER_READ)
    grant(House.COMMUNITY_WORKER, P.REGISTER_READ)
    centre = (P.CALL_DRAFT, P.CALL_PUBLISH, P.APPLICATION_REVEAL, P.APPLICATION_IMPORT, P.SCREENING_JUDGE)
    day = (P.PANEL_MANAGE, P.SESSION_CHAIR, P.TABULATION_RUN, P.DECISION_RECORD)
    closing = (P.PUBLICATION_DRAFT, P.PUBLICATION_PUBLISH, P.AGREEMENT_PREPARE, P.AGREEMENT_SIGN)
    grant(Role.CENTRE_OPERATOR, *read, *after, *centre, *day, *closing, P.BATCH_PLAN)
    bureau = (P.CALL_APPROVE, P.SCREENING_REVIEW, P.RECUSAL_DECIDE, P.DECISION_APPROVE, P.PUBLICATION_APPROVE)
    grant(Role.BUREAU_OFFICER, *read, *after, *bureau, P.OBJECTION_HANDLE, P.PANEL_MANAGE, P.BATCH_PLAN, P.PROOF_MAKE)
    _grant_end(grant, Role, P)


def _define_roles() -> None:
    """The bureau approves what the centre drafts; panelists mark and chair."""
    from sanshe.core.areas.enums import Level
    from sanshe.core.kit.roles import GROUPS, Role, define
    from sanshe.incubation.enums import access
    from sanshe.incubation.phrases.access import PANEL, ROLES

    bureau, centre, panelist = access.Role
    places, admin = (Level.DISTRICT, Level.SUBDISTRICT), (Role.DISTRICT_ADMIN,)
    given = (centre, panelist, Role.ORGANISATION_REP, Role.SUBDISTRICT_MANAGER, Role.COMMUNITY_WORKER)
    said = {"appointed_by": admin, "appoints": given, "approves": (centre,)}
    define(bureau, ROLES[bureau], levels=(Level.DISTRICT,), **said)
    define(centre, ROLES[centre], levels=places, appointed_by=admin, appoints=(Role.ORGANISATION_REP,))
    define(panelist, ROLES[panelist], levels=places, appointed_by=admin, group="panel")
    GROUPS["panel"] = PANEL


def _grant_core() -> None:
    """What these roles may do with the core's own pages."""
    from sanshe.core.accounts.enums import P as Accounts
    from sanshe.core.areas.enums import P as Areas
    from sanshe.core.calendar.enums import P as Calendar
    from sanshe.core.codes.enums import P as Codes
    from sanshe.core.kit.roles import grant
    from sanshe.core.notices.enums import P as Notices
    from sanshe.core.papers.enums import P as Papers
    from sanshe.core.parties.enums import P as Parties
    from sanshe.incubation.enums.access import Role

    offices = (Areas.READ, Calendar.READ, Notices.READ, Parties.READ, Parties.WRITE, Parties.REVEAL, Papers.TEMPLATES)
    grant(Role.CENTRE_OPERATOR, *offices, Codes.READ)
    grant(
        Role.BUREAU_OFFICER,
        *offices,
        Codes.READ,
        Parties.OFFICES,
        Papers.TEMPLATES_APPROVE,
        Calendar.LOAD,
        Accounts.READ,
        Accounts.MANAGE,
    )
    grant(Role.PANELIST, Calendar.READ)


def _grant_end(grant: Any, role: Any, p: Any) -> None:
    """From the mid-term assessment on: the centre manages, the bureau approves, an organisation answers for itself."""
    from sanshe.core.kit.roles import Role as House

    both = (p.ASSESSMENT_READ, p.ASSESSMENT_MARK, p.ASSESSMENT_DECIDE, p.RECTIFICATION_CHECK)
    centre = (p.ASSESSMENT_MANAGE, p.RECTIFICATION_ISSUE, p.EXTENSION_ASK, p.GRADUATION_PROPOSE, p.FOLLOW_UP)
    grant(role.CENTRE_OPERATOR, *both, *centre, p.EXIT_PROPOSE, p.HAND_OVER)
    grant(role.BUREAU_OFFICER, *both, p.EXTENSION_APPROVE, p.GRADUATION_APPROVE, p.EXIT_APPROVE)
    grant(House.ORGANISATION_REP, p.ASSESSMENT_REPORT)
    grant(House.AUDITOR, p.ASSESSMENT_READ)
    grant(House.DISTRICT_ADMIN, p.ASSESSMENT_READ)


def _grant_stay() -> None:
    from sanshe.core.kit.roles import Role as House
    from sanshe.core.kit.roles import grant
    from sanshe.incubation.enums.access import P, Role

    own = (P.ENTRY_OWN, P.PLAN_WRITE, P.REPORT_WRITE, P.RECEIPT_GIVE, P.RESOURCE_PROPOSE)
    grant(House.ORGANISATION_REP, *own)
    for role in (House.DISTRICT_ADMIN, House.AUDITOR, Role.BUREAU_OFFICER, Role.CENTRE_OPERATOR):
        grant(role, P.ENTRY_READ)
    given = (P.TRAINING_MANAGE, P.SUPERVISION_RECORD, P.RESOURCE_MANAGE, P.SUPPORT_MANAGE)
    grant(Role.CENTRE_OPERATOR, P.AGREEMENT_ARCHIVE, P.PLAN_JUDGE, P.REPORT_JUDGE, P.RECEIPT_CHECK, *given)


def _declare_personal() -> None:
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge
    from sanshe.incubation.actions import retention
    from sanshe.incubation.phrases.privacy import FIELDS

    PURGES.add("incubation.images", Purge((), retention.purge_images))
    for place, said in FIELDS.items():
        model, field = place.split(".")
        told = PersonalField(f"incubation.{model}", field, *said)
        PERSONAL.add(f"incubation.{place}".lower(), told)


def _declare_letters() -> None:
    from sanshe.core.notices.queries import TEMPLATES
    from sanshe.core.notices.types import Template
    from sanshe.incubation.phrases.letters import LETTERS

    for code, (title, text) in LETTERS.items():
        TEMPLATES.add(code, Template(title, text))

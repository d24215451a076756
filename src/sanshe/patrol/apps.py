"""Patrol: the app."""

from django.apps import AppConfig


class PatrolConfig(AppConfig):
    """Programmes of a season, rounds with a frozen frame, visits, and findings until they are closed."""

    name = "sanshe.patrol"
    label = "patrol"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.files import queries as files
        from sanshe.core.kit.story import STORIES
        from sanshe.core.ui.queries import BESIDE, SENTENCES, WORDS, add_slot
        from sanshe.patrol import ledgers, phrases
        from sanshe.patrol.enums import Duty, FindingState, ProgrammeState, RoundState
        from sanshe.patrol.queries import findings, season, visits
        from sanshe.patrol.story import STORY
        from sanshe.patrol.views import slots

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        WORDS[ProgrammeState] = phrases.PROGRAMME_STATES
        WORDS[RoundState] = phrases.ROUND_STATES
        WORDS[FindingState] = phrases.FINDING_STATES
        WORDS[Duty] = phrases.DUTIES
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.RECORD_FIELDS)
        audit.NAMED.add("patrol.programme", season.names)
        audit.NAMED.add("patrol.round", season.round_names)
        audit.NAMED.add("patrol.finding", findings.names)
        _roles()
        files.GUARDS.add("patrol.visit", visits.may_see_files)
        files.GUARDS.add("patrol.finding", findings.may_see_files)
        ledgers.declare()
        add_slot("areas.premises", slots.premises)
        STORIES.add("patrol", STORY)


def _roles() -> None:
    """The officer plans, the subdistrict sends, the community walks."""
    from sanshe.core.areas.enums import Level
    from sanshe.core.areas.enums import P as Areas
    from sanshe.core.calendar.enums import P as Calendar
    from sanshe.core.kit.roles import Role as House
    from sanshe.core.kit.roles import define, grant
    from sanshe.patrol.enums import P, Role
    from sanshe.patrol.phrases import ROLES

    officer = Role.PROGRAMME_OFFICER
    define(officer, ROLES[officer], levels=(Level.DISTRICT,), appointed_by=(House.DISTRICT_ADMIN,))
    grant(officer, Areas.READ, Areas.PREMISES, Areas.KEY_DECIDE, Calendar.READ, P.READ, P.PLAN, P.SUSPEND)
    for role in (House.DISTRICT_ADMIN, House.AUDITOR):
        grant(role, P.READ)
    grant(House.SUBDISTRICT_MANAGER, P.READ, P.ASSIGN, P.ADD, P.GIVE, P.GRANT, P.RECHECK)
    grant(House.COMMUNITY_WORKER, P.READ, P.ADD, P.VISIT, P.GIVE, P.RECTIFY, P.RECHECK)

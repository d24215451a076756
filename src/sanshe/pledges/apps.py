"""Pledges: the app."""

from django.apps import AppConfig


class PledgesConfig(AppConfig):
    """Campaigns, versions of their text, sessions, signatures on one's own telephone and on paper, how many stand."""

    name = "sanshe.pledges"
    label = "pledges"

    def ready(self) -> None:
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.files.queries import GUARDS
        from sanshe.core.kit.story import STORIES
        from sanshe.core.notices.queries import TEMPLATES
        from sanshe.core.notices.types import Template
        from sanshe.core.parties.queries import FOLLOWERS
        from sanshe.core.signing.queries import FORGETTERS
        from sanshe.core.tracking.queries import TRACKED
        from sanshe.core.tracking.types import Tracked
        from sanshe.core.ui.queries import BESIDE, DOORS, SENTENCES, WORDS
        from sanshe.core.ui.types import Door
        from sanshe.pledges import enums, ledgers, phrases
        from sanshe.pledges.actions.ending import VOIDED, forget
        from sanshe.pledges.actions.merging import follow
        from sanshe.pledges.actions.session import WANTED
        from sanshe.pledges.pages import door
        from sanshe.pledges.queries.campaigns import names
        from sanshe.pledges.queries.pledges import KIND, found_by, may_see_photo, may_see_scan, own_address
        from sanshe.pledges.story import STORY

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        WORDS[enums.CampaignState] = phrases.CAMPAIGN_STATES
        WORDS[enums.TextState] = phrases.TEXT_STATES
        WORDS[enums.PledgeState] = phrases.PLEDGE_STATES
        WORDS[enums.Stage] = phrases.STAGES
        WORDS[enums.Duty] = phrases.DUTIES
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.RECORD_FIELDS)
        TEMPLATES.add(VOIDED, Template(phrases.VOIDED_TITLE, phrases.VOIDED_TEXT))
        TEMPLATES.add(WANTED, Template(phrases.WANTED_TITLE, phrases.WANTED_TEXT))
        FORGETTERS.append(forget)
        DOORS.add("pledges", Door("驾", phrases.DOOR, door.shown, order=20))
        TRACKED.add(
            KIND, Tracked(phrases.PLEDGE, "驾-220216-0107", r"驾-\d{6}-\d{4,}", find=found_by, page=own_address)
        )
        audit.NAMED.add("pledges.campaign", names)
        GUARDS.add("pledges.papersheet", may_see_scan)
        GUARDS.add("pledges.collective", may_see_photo)
        FOLLOWERS.append(follow)
        ledgers.declare()
        STORIES.add("pledges", STORY)
        _roles()


def _roles() -> None:
    """Traffic police plan and count, never a name; the civility office approves texts; communities witness."""
    from sanshe.core.areas.enums import Level
    from sanshe.core.areas.enums import P as Areas
    from sanshe.core.kit.roles import Role as House
    from sanshe.core.kit.roles import define, grant
    from sanshe.pledges.enums import P, Role
    from sanshe.pledges.phrases import ROLES

    for role in Role:
        define(role, ROLES[role], levels=(Level.DISTRICT,), appointed_by=(House.DISTRICT_ADMIN,))
        grant(role, Areas.READ, P.READ)
    grant(Role.TRAFFIC_OFFICER, P.PLAN, P.SESSION)
    grant(Role.CIVILITY_OFFICER, P.APPROVE)
    for house in (House.DISTRICT_ADMIN, House.AUDITOR):
        grant(house, P.READ)
    grant(House.SUBDISTRICT_MANAGER, P.READ, P.SESSION, P.NAMES, P.VOID)
    grant(House.COMMUNITY_WORKER, P.READ, P.SESSION, P.NAMES, P.WITNESS)
    grant(House.ORGANISATION_REP, P.UNIT)

"""Activities: the app."""

from django.apps import AppConfig


class ActivitiesConfig(AppConfig):
    """Stations where anybody walks in, groups, shared sessions, bookings."""

    name = "sanshe.activities"
    label = "activities"

    def ready(self) -> None:
        from sanshe.activities import ledgers, phrases, tasks
        from sanshe.activities.enums import BookingState, GroupState, JoiningState, SessionState
        from sanshe.activities.pages import public
        from sanshe.activities.story import STORY
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.kit.story import STORIES
        from sanshe.core.ui.queries import BESIDE, DOORS, SENTENCES, WORDS
        from sanshe.core.ui.types import Door

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.FIELD_LABELS.update(phrases.RECORD_FIELDS)
        WORDS[SessionState] = phrases.SESSION_STATES
        WORDS[GroupState] = phrases.GROUP_STATES
        WORDS[BookingState] = phrases.BOOKING_STATES
        WORDS[JoiningState] = phrases.JOINING_STATES
        ledgers.declare()
        tasks.declare()
        DOORS.add("activities", Door("艺", phrases.DOOR, public.shown, order=60))
        STORIES.add("activities", STORY)
        _roles()
        _declare_personal()


def _roles() -> None:
    """The subdistrict sets a station up, the community keeps it."""
    from sanshe.activities.enums import P
    from sanshe.core.kit.roles import Role, grant

    for role in (Role.DISTRICT_ADMIN, Role.AUDITOR):
        grant(role, P.READ)
    grant(Role.SUBDISTRICT_MANAGER, P.READ, P.SET_UP)
    grant(Role.COMMUNITY_WORKER, P.READ, P.KEEP)


def _declare_personal() -> None:
    from sanshe.activities.actions.retention import purge_rosters
    from sanshe.activities.phrases import ROSTER
    from sanshe.core.privacy.enums import Mask
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge

    PERSONAL.add("activities.member.name", PersonalField("activities.Member", "name", *ROSTER, Mask.NAME))
    PURGES.add("activities.rosters", Purge(("activities.Member.name",), purge_rosters))

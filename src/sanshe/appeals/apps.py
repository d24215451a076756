"""Appeals: the app."""

from uuid import UUID

from django.apps import AppConfig


class AppealsConfig(AppConfig):
    """Taken in, screened, sent to units, handled, verified by another, called back by a third."""

    name = "sanshe.appeals"
    label = "appeals"

    def ready(self) -> None:
        from sanshe.appeals import enums, ledgers, phrases, tasks
        from sanshe.appeals.queries.appeals import ids_still_named, names
        from sanshe.appeals.story import STORY
        from sanshe.core.audit import queries as audit  # models are loaded only now
        from sanshe.core.kit.story import STORIES
        from sanshe.core.parties.queries import KEEPERS
        from sanshe.core.ui.queries import BESIDE, SENTENCES, WORDS

        SENTENCES.update(phrases.SENTENCES)
        BESIDE.update(phrases.BESIDE)
        WORDS[enums.State] = phrases.STATES
        WORDS[enums.LegState] = phrases.LEG_STATES
        WORDS[enums.Duty] = phrases.DUTIES
        WORDS[enums.Step] = phrases.STEPS
        audit.EVENT_LABELS.update(phrases.EVENTS)
        audit.KIND_LABELS.update(phrases.KINDS)
        audit.NAMED.add("appeals.appeal", names)
        KEEPERS.append(ids_still_named)
        ledgers.declare()
        STORIES.add("appeals", STORY)
        tasks.register()
        _residents()
        _roles()
        _declare_personal()


def _roles() -> None:
    """The desk takes in and calls, the subdistrict decides, the community handles; another one verifies."""
    from sanshe.appeals.enums import P, Role
    from sanshe.appeals.phrases import ROLES
    from sanshe.core.areas.enums import Level
    from sanshe.core.areas.enums import P as Areas
    from sanshe.core.calendar.enums import P as Calendar
    from sanshe.core.kit.roles import Role as House
    from sanshe.core.kit.roles import define, grant

    desk = Role.APPEALS_DESK
    define(desk, ROLES[desk], levels=(Level.DISTRICT,), appointed_by=(House.DISTRICT_ADMIN,))
    grant(desk, Areas.READ, Calendar.READ, P.READ, P.TAKE_IN, P.SCREEN, P.DISPATCH, P.CALL, P.NAMES)
    grant(House.DISTRICT_ADMIN, P.READ, P.SET)
    grant(House.AUDITOR, P.READ)
    grant("bureau_officer", P.READ)  # of incubation, where it is installed
    grant(House.SUBDISTRICT_MANAGER, P.READ, P.TAKE_IN, P.SCREEN, P.DISPATCH, P.REVIEW, P.VERIFY, P.NAMES)
    grant(House.COMMUNITY_WORKER, P.READ, P.TAKE_IN, P.HANDLE, P.VERIFY, P.NAMES)


def _residents() -> None:
    """Where one tells what is wrong, follows it, and takes it back."""
    from sanshe.appeals import phrases
    from sanshe.appeals.actions import undo_received
    from sanshe.appeals.enums import E
    from sanshe.appeals.queries.appeals import received, tracked
    from sanshe.appeals.views.own import KIND, own_row
    from sanshe.core.rows.queries import TAKEN_BACK
    from sanshe.core.rows.types import Undoable
    from sanshe.core.tracking.queries import TRACKED
    from sanshe.core.tracking.types import Tracked
    from sanshe.core.ui.queries import DOORS, address
    from sanshe.core.ui.types import Door

    DOORS.add(
        "appeals", Door("诉", phrases.DOOR, lambda paths, at: (address("appeals:hand_in"), phrases.DOOR_LINE), order=10)
    )
    TRACKED.add(KIND, Tracked(phrases.NAME, "220214-017", r"\d{6}-\d{3,}", tracked, own_address))
    undo = Undoable(
        E.TAKEN_BACK, *phrases.UNDO, own_row, received, undo_received, lambda row: own_address(row.pk), True
    )
    TAKEN_BACK.add(E.RECEIVED, undo)


def own_address(key: UUID) -> str:
    from django.urls import reverse

    return reverse("appeals:own", args=[key])


def _declare_personal() -> None:
    from sanshe.appeals.actions.retention import purge
    from sanshe.appeals.phrases import PRIVACY as said
    from sanshe.appeals.phrases import TEXT_FIELDS
    from sanshe.core.privacy.enums import Mask
    from sanshe.core.privacy.queries import PERSONAL, PURGES
    from sanshe.core.privacy.types import PersonalField, Purge

    rest = (said["purpose"], said["basis"], said["retention"], Mask.HIDDEN)
    for place, label in TEXT_FIELDS.items():
        model, field = place.split(".")
        PERSONAL.add(f"appeals.{model.lower()}.{field}", PersonalField(f"appeals.{model}", field, label, *rest))
    PURGES.add("appeals.words", Purge(tuple(f"appeals.{place}" for place in TEXT_FIELDS), purge))

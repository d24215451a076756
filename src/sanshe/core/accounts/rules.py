"""Pure rules of accounts: who may appoint, when a term holds, when a device is locked, when a code is good."""

import datetime
import re
from uuid import UUID

from sanshe.core.accounts.enums import P, R, Standing
from sanshe.core.areas.rules import level_of
from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.prefix import covers
from sanshe.core.kit.roles import ROLES, givers_of

ENDING_DAYS = 14
LOCK_AFTER, LOCK_AFTER_UNKNOWN = 5, 20
LOCK = datetime.timedelta(minutes=15)
CODE_LIFE = datetime.timedelta(minutes=10)
CODE_TRIES = 5
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
CODE_GAP = datetime.timedelta(seconds=60)
CODES_PER_HOUR, CODES_PER_DAY = 5, 10  # of one number
CODES_OF_HOUSE, CODES_OF_ADDRESS = 300, 60  # in an hour; a hall sits behind one address
STASH_LIFE = datetime.timedelta(minutes=60)
STASH_CHARACTERS = 200_000
LINK_PATH = "/accounts/link/"
LINK_LIFE = datetime.timedelta(hours=24)
PHONE = re.compile(r"1[3-9]\d{9}")


def refusal_to_appoint(
    *,
    by: Actor,
    user: UUID,
    role: str,
    path: str,
    organisation: UUID | None,
    seat: str | None,
    is_standing: bool,
    starts: datetime.date,
    ends: datetime.date | None,
) -> R | None:
    """Why `by` may not give this role there. The system itself (no id, staff) may give any. `seat` is where the
    organisation is registered, None for one that `by` does not see; `is_standing`: the area is on the list."""
    if ends and ends < starts:
        return R.ENDS_EARLY
    if not path:
        return R.NO_AREA
    if not ROLES[role].is_office and organisation is None:
        return R.NO_ORGANISATION
    refused = refusal_to_manage(by=by, user=user, role=role, path=path) or refusal_to_give(by=by, role=role, path=path)
    if refused or not by.is_known:
        return refused
    if not is_standing:
        return R.AREA_UNKNOWN
    is_there = organisation is None or (seat is not None and covers([path], seat))
    return None if is_there else R.ORGANISATION_UNKNOWN


def refusal_to_give(*, by: Actor, role: str, path: str) -> R | None:
    """Why this role is not given for that area, or not by somebody whose work it approves there."""
    if not by.is_known:
        return None
    if level_of(path) not in ROLES[role].levels:
        return R.WRONG_LEVEL
    judged = {grant.role for grant in by.grants if covers([grant.path], path) or covers([path], grant.path)}
    return R.APPROVES_YOU if judged & ROLES[role].approves else None


def refusal_to_manage(*, by: Actor, user: UUID, role: str, path: str) -> R | None:
    """Why `by` may neither give nor end this role there."""
    if not by.is_known:
        return None if by.is_staff else R.NOT_YOURS
    if by.id == user:
        return R.OWN
    return None if role in appointable(by, path) else R.NOT_YOURS


def appointable(by: Actor, path: str) -> frozenset[str]:
    """The roles one may give for an area, from the grants that reach it and hold the code."""
    return frozenset().union(*(given_by(grant.role) for grant in giving(by) if covers([grant.path], path)))


def giving(by: Actor) -> list[Grant]:
    """The grants by which one may give roles at all."""
    return [one for one in by.grants if P.MANAGE in one.codes and one.organisation is None]


def given_by(giver: str) -> frozenset[str]:
    """The roles that this one may give."""
    return frozenset(role for role in ROLES.codes() if giver in givers_of(role))


def path_of(code: str) -> str:
    """The path of an area from its printed code: zero pairs at the end fall off (140213003000 is 140213003)."""
    path = code.strip()
    for length, zeros in ((12, "000"), (9, "000"), (6, "00"), (4, "00")):
        if len(path) == length and path.endswith(zeros):
            path = path[: -len(zeros)]
    return path


def device_kind(agent: str) -> tuple[str, str]:
    """The kind and system of a browser from what it says of itself: ('phone', 'android')."""
    text = agent.lower()
    system = next((name for word, name in SYSTEMS if word in text), "")
    kind = (
        "phone"
        if "mobile" in text or "iphone" in text
        else "tablet"
        if "ipad" in text or "android" in text
        else "computer"
    )
    return (kind if text else ""), system


SYSTEMS = (
    ("harmonyos", "harmony"),
    ("android", "android"),
    ("iphone", "ios"),
    ("ipad", "ios"),
    ("windows", "windows"),
    ("mac os", "mac"),
    ("linux", "linux"),
)


def standing(
    *,
    on: datetime.date,
    at: datetime.datetime,
    starts: datetime.date,
    ends: datetime.date | None,
    ended_at: datetime.datetime | None,
) -> Standing:
    """Where a term stands. It ends at 24:00 of its last day, or at the moment somebody ended it."""
    if (ends and on > ends) or (ended_at and at >= ended_at):
        return Standing.OVER
    if on < starts:
        return Standing.TO_COME
    near = ended_at is not None or (ends is not None and (ends - on).days < ENDING_DAYS)
    return Standing.ENDING if near else Standing.IN_FORCE


def lock_until(*, count: int, is_unknown: bool, real: datetime.datetime) -> datetime.datetime | None:
    """Until when this many failures lock: five on one device, twenty on all unknown devices together."""
    return real + LOCK if count >= (LOCK_AFTER_UNKNOWN if is_unknown else LOCK_AFTER) else None


def minutes_left(until: datetime.datetime, real: datetime.datetime) -> int:
    """Whole minutes still to wait, at least one."""
    return max(1, -(-int((until - real).total_seconds()) // 60))


def refusal_to_send(
    *,
    phone: str,
    sent: list[datetime.datetime],
    of_house: int,
    real: datetime.datetime,
    per_hour: int = CODES_PER_HOUR,
) -> R | None:
    """Why no code is sent: `sent` are this number's codes of the last day, whatever for, `of_house` counts everybody's
    of the last hour. A browser is not asked: its cookie is thrown away at will."""
    if not PHONE.fullmatch(phone):
        return R.BAD_PHONE
    if sent and real - max(sent) < CODE_GAP:
        return R.TOO_SOON
    lately = sum(real - moment < HOUR for moment in sent)
    if lately >= per_hour or len(sent) >= CODES_PER_DAY:
        return R.TOO_MANY
    return R.HOUSE_FULL if of_house >= CODES_OF_HOUSE else None


def seconds_to_wait(*, sent: list[datetime.datetime], real: datetime.datetime) -> int:
    """Seconds until the next code may be asked for."""
    passed = real - max(sent, default=real - CODE_GAP)
    return max(0, int((CODE_GAP - passed).total_seconds()))


def is_kept(name: str) -> bool:
    """Whether a field is kept over the end of a session: no passwords, no codes, no forgery marks."""
    return name not in ("csrfmiddlewaretoken", "code") and "password" not in name


def refusal_of_code(
    *, fits: bool, tries: int, made_at: datetime.datetime, real: datetime.datetime, life: datetime.timedelta = CODE_LIFE
) -> R | None:
    """Why a code does not let in. `tries` counts this one too."""
    if real - made_at >= life:
        return R.CODE_OVER
    if tries > CODE_TRIES:
        return R.CODE_SPENT
    return None if fits else R.CODE_WRONG

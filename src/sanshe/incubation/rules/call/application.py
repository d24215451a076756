"""The form of an application: its fields, what is missing, and when it may be handed in."""

import datetime
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from sanshe.core.kit import same
from sanshe.core.rows.rules import refusal_of_count, refusal_of_phone
from sanshe.incubation.enums.call.application import ApplicationRefusal as R
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.call.application import Section

REGISTERED, FILED, NONE = "registered", "filed", "none"
ANY = (REGISTERED, FILED, NONE)
FOUNDERS = 3
SLOTS = ("certificate", "records", "undertaking")


@dataclass(frozen=True, slots=True)
class Spot:
    """One field: its code, section, most characters; `kinds` are the registrations that must fill it."""

    code: str
    section: Section
    most: int
    kinds: tuple[str, ...] = ANY
    is_personal: bool = False
    is_long: bool = False
    is_optional: bool = False


ORG, P, C, U = Section.ORGANISATION, Section.PEOPLE, Section.CONCEPT, Section.UNDERTAKING
SPOTS = (
    Spot("registration", ORG, 12),
    Spot("name", ORG, 60),
    Spot("credit_code", ORG, 18, (REGISTERED,)),
    Spot("filing_number", ORG, 40, (FILED,)),
    Spot("founders", ORG, 60, (NONE,), is_personal=True),
    Spot("address", ORG, 120),
    Spot("head_name", P, 20, is_personal=True),
    Spot("head_phone", P, 20, is_personal=True),
    Spot("head_employer", P, 60, is_optional=True),
    Spot("contact_name", P, 20, is_personal=True),
    Spot("contact_phone", P, 20, is_personal=True),
    Spot("full_time", P, 4),
    Spot("volunteers", P, 4),
    Spot("field", C, 20),
    Spot("for_whom", C, 200, is_long=True),
    Spot("where", C, 120),
    Spot("what", C, 300, is_long=True),
    Spot("how_known", C, 300, is_long=True),
    Spot("need_from", C, 300, is_long=True),
    Spot("want", C, 200, is_long=True),
    Spot("money", C, 200, is_long=True, is_optional=True),
    Spot("permit", C, 60, is_optional=True),
    Spot("truthful", U, 3),
)
BY_CODE = {spot.code: spot for spot in SPOTS}


def refusal_of_value(code: str, value: str) -> R | None:
    """Whether a draft may keep this text in this field; a half answer may."""
    spot = BY_CODE.get(code)
    if spot is None:
        return R.UNKNOWN_FIELD
    return R.TOO_LONG if len(value) > spot.most else None


def needed(registration: str) -> tuple[Spot, ...]:
    """The fields an applicant of this kind must fill."""
    return tuple(spot for spot in SPOTS if not spot.is_optional and registration in spot.kinds)


CHECKS: Mapping[str, Callable[[str], StrEnum | None]] = {
    "head_phone": refusal_of_phone,
    "contact_phone": refusal_of_phone,
    "full_time": refusal_of_count,
    "volunteers": refusal_of_count,
}


def wrong(values: Mapping[str, str]) -> dict[str, StrEnum]:
    """Which fields hold what nobody can use, and why: the same for a form, the desk, a sheet and a program."""
    found = {code: check(values.get(code, "")) for code, check in CHECKS.items()}
    return {code: fault for code, fault in found.items() if fault}


def missing(values: Mapping[str, str], slots: frozenset[str] = frozenset(SLOTS)) -> tuple[str, ...]:
    """Codes of fields and papers still to be given, in the order of the form."""
    registration = values.get("registration") or NONE
    fields = [spot.code for spot in needed(registration) if not values.get(spot.code, "").strip()]
    papers = [slot for slot in SLOTS if slot not in slots and not (slot == "certificate" and registration == NONE)]
    if registration == NONE and "founders" not in fields and len(same.people(values.get("founders", ""))) < FOUNDERS:
        fields.append("founders")
    return (*fields, *papers)


def refusal_to_submit(
    *, state: S, opens: datetime.datetime, closes: datetime.datetime, at: datetime.datetime, left: int
) -> R | None:
    """Inside the call's days, judged by the server's time of receipt; `closes` is the first moment too late."""
    if state != S.DRAFT:
        return R.NOT_DRAFT
    if at < opens:
        return R.NOT_OPEN
    if at >= closes:
        return R.LATE
    return R.INCOMPLETE if left else None


def refusal_to_take_back(*, state: S, closes: datetime.datetime, at: datetime.datetime) -> R | None:
    """What was handed in may be changed until the call closes."""
    if state != S.SUBMITTED:
        return R.MOVE_NOT_ALLOWED
    return R.LATE if at >= closes else None


def refusal_to_withdraw(*, state: S, is_drawn: bool) -> R | None:
    """For good, until the order of the day is drawn; afterwards others stand in it."""
    if state not in (S.SUBMITTED, S.RETURNED, S.SCREENED):
        return R.MOVE_NOT_ALLOWED
    return R.DRAWN if is_drawn else None


def refusal_to_prove(*, is_unproven: bool, is_own: bool, how: str) -> R | None:
    """Somebody else than the applicant says how it was seen that the applicant speaks for the organisation."""
    if not is_unproven:
        return R.NOTHING_TO_PROVE
    if is_own:
        return R.PROVEN_BY_OWN
    return None if how.strip() else R.NO_PROOF


def refusal_of_receipt(
    *, received: datetime.datetime, entered: datetime.datetime, has_number: bool, has_scan: bool, is_witnessed: bool
) -> R | None:
    """What was received over the desk before it was entered needs a numbered line, a scan and a second person."""
    if received >= entered:
        return None
    if not (has_number and has_scan):
        return R.RECEIPT_MISSING
    return None if is_witnessed else R.RECEIPT_UNWITNESSED


def refusal_to_note(
    *, received: datetime.datetime, opens: datetime.datetime, closes: datetime.datetime, at: datetime.datetime
) -> R | None:
    """Paper counts by the moment it was handed over: not one that is still to come, and inside the call's days."""
    if received > at:
        return R.RECEIPT_AHEAD
    return None if opens <= received < closes else R.RECEIPT_OUTSIDE


def refusal_to_witness(*, wrote: bool, witnessed: bool) -> R | None:
    """A second person, once."""
    if witnessed:
        return R.RECEIPT_WITNESSED
    return R.RECEIPT_UNWITNESSED if wrote else None


def number_of(batch_no: int, serial: int) -> str:
    """03-028."""
    return f"{batch_no:02d}-{serial:03d}"

"""When an agreement may be prepared, signed, replaced or lapse; what the centre can promise in all."""

import datetime
from collections.abc import Collection, Mapping

from sanshe.core.kit import same
from sanshe.incubation.enums.agreement.agreement import AgreementRefusal as R
from sanshe.incubation.enums.agreement.agreement import SignatureWay as W

MOST_WITNESSES = 6


def refusal_to_prepare(*, confirmed: bool, open_objections: int, centre_code: str) -> R | None:
    """Only a confirmed place gets one; the centre signs as a registered legal person with its code."""
    if open_objections:
        return R.OBJECTION_OPEN
    if not confirmed:
        return R.NOT_CONFIRMED
    return None if centre_code else R.CENTRE_NOT_LEGAL_PERSON


def refusal_for_capacity(
    *, promised: Mapping[str, int], asked: Mapping[str, int], capacity: Mapping[str, int]
) -> R | None:
    """Desks, sessions and supervision hours of all agreements together stay within what the batch has."""
    over = any(promised.get(kind, 0) + n > capacity.get(kind, 0) for kind, n in asked.items())
    return R.OVER_CAPACITY if over else None


def refusal_to_sign(
    *, opens: datetime.datetime, closes: datetime.datetime, at: datetime.datetime, open_objections: int
) -> R | None:
    """Signing happens inside its window, and not while the place is objected to."""
    if open_objections:
        return R.OBJECTION_OPEN
    if at < opens:
        return R.WINDOW_NOT_OPEN
    return R.WINDOW_OVER if at >= closes else None


def refusal_of_signature(
    *,
    way: W,
    has_scan: bool,
    signer: str,
    witnesses: Collection[str],
    registration: str,
    subdistrict_witness: bool,
    founders: int,
    founders_signed: int,
) -> R | None:
    """A scan, or two witnesses beside who signs, of six at most; 备案 needs the subdistrict's witness, 筹办
    needs every founder."""
    checks = (
        (way == W.SCAN and not has_scan, R.SCAN_MISSING),
        (way == W.IN_PERSON and len({*map(same.name, witnesses)} - {same.name(signer)}) < 2, R.WITNESS_MISSING),
        (len(witnesses) > MOST_WITNESSES or any(len(name) > 20 for name in witnesses), R.WITNESSES_TOO_MANY),
        (registration == "filed" and not subdistrict_witness, R.SUBDISTRICT_WITNESS_MISSING),
        (registration == "none" and founders_signed < founders, R.FOUNDERS_MISSING),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_to_lapse(
    *, window_ends: datetime.datetime, reason_until: datetime.datetime, reason_given: bool, at: datetime.datetime
) -> R | None:
    """An unsigned place lapses after the window and, unless a reason came, after the days to give one."""
    if at < window_ends:
        return R.WINDOW_STILL_OPEN
    return R.REASON_STILL_OPEN if reason_given or at < reason_until else None


def refusal_to_replace(*, signed: bool, reason: str) -> R | None:
    """A second version names its reason; what both have signed is never replaced."""
    if signed:
        return R.ALREADY_SIGNED
    return None if reason.strip() else R.NO_REASON


def refusal_to_archive(*, n: int, box: str, has_scan: bool) -> R | None:
    """At least one paper, and where it lies: a numbered box or a scan."""
    if not n:
        return R.NOT_TO_ARCHIVE
    return None if box.strip() or has_scan else R.NO_BOX

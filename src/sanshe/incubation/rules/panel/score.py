"""When a sheet may be written, sealed, changed and seen.

Marks are whole points by criterion number; None is not scored.
"""

from collections.abc import Iterable, Mapping
from uuid import UUID

from sanshe.core.kit.digest import fingerprint
from sanshe.incubation.enums.panel.score import AfterCall, ChangeState, R, SheetState

Marks = Mapping[int, int | None]
Points = Mapping[int, int]
CALLS = 3


def total(marks: Marks) -> int | None:
    """The sum in points, or None while any criterion is not scored: not scored is never 0."""
    if not marks or any(mark is None for mark in marks.values()):
        return None
    return sum(mark for mark in marks.values() if mark is not None)


def fault_in_marks(marks: Marks, points: Points) -> R | None:
    """Whether these marks fit the frozen rubric, where `points` is the most a criterion can get."""
    if set(marks) != set(points):
        return R.OTHER_CRITERIA
    given = ((no, mark) for no, mark in marks.items() if mark is not None)
    return R.OFF_SCALE if any(not _is_on_scale(mark, points[no]) for no, mark in given) else None


def _is_on_scale(mark: object, most: int) -> bool:
    return isinstance(mark, int) and not isinstance(mark, bool) and 0 <= mark <= most


def fault_in_seat(*, said: str, seat: str) -> R | None:
    """A sheet typed on a shared device by one member is never taken as another's."""
    return None if said in ("", seat) else R.OTHER_SEAT


def bands(most: int) -> tuple[tuple[int, ...], ...]:
    """The marks of a criterion in three rows, the highest first: the rows are the anchors."""
    marks, third = tuple(range(most, -1, -1)), -(-(most + 1) // 3)
    return tuple(marks[i * third : (i + 1) * third] for i in range(3))


def not_scored(marks: Marks) -> tuple[int, ...]:
    """The numbers of the criteria still without points, in order."""
    return tuple(sorted(no for no, mark in marks.items() if mark is None))


def refusal_to_score(*, is_on_panel: bool, is_recused: bool, is_called: bool) -> R | None:
    """Whether this panelist may have a sheet for this applicant; recusal is answered before anything else is told."""
    if not is_on_panel:
        return R.NOT_ON_PANEL
    if is_recused:
        return R.RECUSED
    return None if is_called else R.NOT_CALLED


def refusal_to_save(*, state: SheetState, marks: Marks, points: Points) -> R | None:
    """Whether a draft may be saved as typed; a half sheet may."""
    if state == SheetState.RECUSED:
        return R.RECUSED
    if state != SheetState.DRAFT:
        return R.IS_SEALED
    return fault_in_marks(marks, points)


def refusal_to_type_over(*, base: int | None, version: int, is_same_device: bool, is_same_content: bool) -> R | None:
    """Whether a device may replace a draft. `base` is the version it has seen (None: the caller keeps no versions).

    Its own words it may always replace, and another device's once it has seen them; else both texts stay.
    """
    may = base is None or base == version or is_same_device or is_same_content
    return None if may else R.OTHER_DEVICE


def refusal_to_seal(*, state: SheetState, marks: Marks, points: Points) -> R | None:
    """Whether a sheet may be sealed: every criterion scored, within the rubric, and only once."""
    fault = refusal_to_save(state=state, marks=marks, points=points)
    if fault is None and total(marks) is None:
        return R.NOT_SCORED
    return fault


def refusal_to_ask_change(
    *, state: SheetState, is_tabulated: bool, reason: str, old: Marks, new: Marks, points: Points
) -> R | None:
    """Whether a sealed sheet's panelist may ask to correct it; once tabulated only a reconvened panel can."""
    if state != SheetState.SEALED:
        return R.NOT_SEALED
    if is_tabulated:
        return R.TABULATED
    if not reason.strip():
        return R.NO_REASON
    return fault_in_marks(new, points) or _fault_in_change(old, new)


def _fault_in_change(old: Marks, new: Marks) -> R | None:
    if total(new) is None:
        return R.NOT_SCORED
    return R.NO_CHANGE if dict(old) == dict(new) else None


def refusal_to_agree(*, state: ChangeState, is_tabulated: bool) -> R | None:
    """Whether a change may still be agreed to."""
    if is_tabulated:
        return R.TABULATED
    return None if state in (ChangeState.ASKED, ChangeState.FIRST_AGREED) else R.STALE


def sheet_hash(*, sheet: UUID, application: UUID, panelist: UUID, marks: Marks, comment: str, nonce: str) -> str:
    """The seal: a fingerprint of everything the sheet says, with a nonce so that nobody can find the marks by trial."""
    said = {"sheet": sheet, "application": application, "panelist": panelist, "comment": comment, "nonce": nonce}
    return fingerprint({**said, "marks": {str(no): mark for no, mark in marks.items()}})


def after_unanswered_call(*, times: int, went_last: bool) -> AfterCall:
    """What the `times`-th call (from 1) without an answer leads to: three calls, once more as the last, then absent."""
    if times < CALLS:
        return AfterCall.CALL_AGAIN
    return AfterCall.ABSENT if went_last else AfterCall.GO_LAST


def sheets_due(
    *, panelists: Iterable[str], present: Iterable[str], recusals: Iterable[tuple[str, str]]
) -> set[tuple[str, str]]:
    """The (panelist, applicant) pairs of the session that must be sealed: all who did not recuse, for all who came."""
    barred = set(recusals)
    applicants = tuple(present)
    return {pair for who in panelists for pair in ((who, applicant) for applicant in applicants)} - barred


def is_session_sealed(*, sealed: int, due: int) -> bool:
    """True once every sheet that is due is sealed; a session without sheets is never finished."""
    return 0 < due <= sealed

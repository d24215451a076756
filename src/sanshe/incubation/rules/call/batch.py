"""What a call must hold before it may be approved, published and corrected."""

import datetime
from collections.abc import Mapping, Sequence

from sanshe.incubation.enums.call.batch import BatchRefusal as R
from sanshe.incubation.enums.call.batch import CallState
from sanshe.incubation.enums.screening.screening import ConditionKind as K

CRITERIA = (
    ("孵化需求与中心功能契合", "中心能给的，正是您要的：场地、督导、财务、登记辅导"),
    ("服务内容的公益性", "不以营利为目的，受益的是居民"),
    ("执行团队及可持续发展", "人稳得住，事做得久，钱有来处"),
    ("创始人意愿及能力", "为什么做，做成过什么"),
    ("服务与社区需求契合", "哪个社区、哪些人，需要从哪里听来"),
)
CONDITIONS = {
    "在本区做服务，或打算在本区做": K.WHERE,
    "已登记、已备案，或三人以上正在筹办": K.STANDING,
    "有一位负责人和一位联系人": K.PEOPLE,
    "近两年没有受过民政部门行政处罚，没有列入活动异常名录、严重违法失信名单；已登记的，上一年度年检合格": K.CLEAN,
    "服务内容合法，不含须另行许可的活动；一份服务设想：为谁、做什么、怎么知道有用": K.LAWFUL,
    "负责人签名的承诺页": K.UNDERTAKING,
}
ANCHORS = ("没有依据", "很弱", "偏弱", "一般", "较好", "好", "很好")


def refusal_of_rubric(points: Sequence[int]) -> R | None:
    """At least one criterion, every one worth something."""
    return None if points and all(0 < p <= 100 for p in points) else R.RUBRIC_WRONG


def refusal_of_dates(
    *, opens: datetime.date, closes: datetime.date, screening_until: datetime.date, panel_on: datetime.date
) -> R | None:
    """One gate after the other."""
    return None if opens <= closes < screening_until < panel_on else R.DATES_WRONG


def refusal_of_plan(
    *,
    screening_until: datetime.date,
    panel_on: datetime.date,
    signing_from: datetime.date,
    signing_to: datetime.date,
    reserve_until: datetime.date | None,
) -> R | None:
    """Screening, panel, signing, and a reserve that outlives the signing."""
    ordered = screening_until < panel_on < signing_from <= signing_to
    return None if ordered and (reserve_until is None or reserve_until >= signing_to) else R.PLAN_DATES_WRONG


def refusal_of_sides(sides: Mapping[str, int]) -> R | None:
    """Somebody sits on the panel, and nobody's count is below nothing."""
    return None if sum(sides.values()) and all(n >= 0 for n in sides.values()) else R.NO_SIDES


def refusal_of_operator(*, credit_code: str) -> R | None:
    """Who runs a centre signs its agreements: a registered legal person with its code."""
    return None if credit_code else R.OPERATOR_NOT_LEGAL_PERSON


def refusal_of_conditions(texts: Sequence[str]) -> R | None:
    """At least one condition: what the call does not state is no ground to refuse."""
    return None if any(text.strip() for text in texts) else R.NO_CONDITIONS


def refusal_to_redraft(*, state: CallState) -> R | None:
    """What the bureau approved goes back to it before a word changes."""
    return None if state == CallState.DRAFT else R.NOT_DRAFT


def refusal_to_publish(*, state: CallState) -> R | None:
    return None if state == CallState.APPROVED else R.NOT_APPROVED


def refusal_to_amend(*, state: CallState, reason: str, closes: datetime.date, old_closes: datetime.date) -> R | None:
    """A correction names its reason and never shortens the time to apply."""
    if state != CallState.PUBLISHED:
        return R.NOT_PUBLISHED
    if not reason.strip():
        return R.NO_REASON
    return R.SHORTENED if closes < old_closes else None


def refusal_to_edit_plan(*, was_published: bool, is_approved: bool) -> R | None:
    """Dates, places, criteria, weights and conditions are frozen with the announcement; approved, they wait for it."""
    if was_published:
        return R.FROZEN
    return R.NOT_DRAFT if is_approved else None

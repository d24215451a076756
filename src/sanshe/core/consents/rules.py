"""When one may ask, answer and withdraw. Pure."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, timedelta

from sanshe.core.consents.enums import Capacity, Medium, R, Stage, State
from sanshe.core.consents.types import Answer, Asked, Earlier, Life
from sanshe.core.kit import shanghai
from sanshe.core.kit.months import ONE, add_months

LEAST_WORKDAYS = 5  # to think it over
AGAIN = timedelta(days=7)
MOST_MONTHS = 36
KEPT_YEARS = 3  # names, after the term: the general limitation of actions


def refusal_to_ask(asked: Asked, *, earliest: date, is_manager: bool) -> R | None:
    """By somebody who is not the person's manager, with time to think, for at most three years."""
    if is_manager:
        return R.MANAGER_ASKS
    if not asked.media:
        return R.NO_MEDIA
    if not asked.part.strip():
        return R.NO_PART
    if not 1 <= asked.months <= MOST_MONTHS:
        return R.BAD_MONTHS
    if asked.answer_by < earliest:
        return R.DAY_TOO_SOON
    return R.NO_GUARDIAN if asked.capacity != Capacity.OWN and not asked.guardian.strip() else None


def refusal_to_repeat(earlier: Earlier | None, *, at: datetime) -> R | None:
    """Whoever was asked about a medium is left in peace for a week; who agreed is not asked again in the term."""
    if earlier is None:
        return None
    today = shanghai.day(at)
    if earlier.state == State.GIVEN and earlier.ends_on is not None and today <= earlier.ends_on:
        return R.STANDS
    return R.ASKED_LATELY if today < earlier.asked_on + AGAIN else None


def stage(life: Life, *, at: datetime) -> Stage:
    """Where a consent is at a moment: no answer by the day is no, and a yes ends with its term."""
    if life.state == State.ASKED:
        return Stage.WAITING if at < shanghai.end(life.answer_by) else Stage.SILENT
    if life.state == State.GIVEN and life.ends_on is not None and at >= shanghai.end(life.ends_on):
        return Stage.EXPIRED
    return Stage(life.state)


def refusal_to_answer(
    answer: Answer, *, asked: Collection[Medium], answer_by: date, at: datetime, has_paper: bool, capacity: Capacity
) -> R | None:
    """In time, about what was asked, and by a telephone only where one person answers."""
    if at >= shanghai.end(answer_by):
        return R.ANSWER_OVER
    if not answer.media or not set(answer.media) <= set(asked) or set(answer.given) & set(answer.declined):
        return R.NO_ANSWER
    return R.ON_PAPER if capacity == Capacity.WITH_GUARDIAN and answer.given and not has_paper else None


def refusal_of_paper(*, witness: str, has_scan: bool) -> R | None:
    """A yes on paper has a witness and its scan."""
    return None if witness.strip() and has_scan else R.NO_PAPER


def refusal_to_withdraw(life: Life, *, at: datetime) -> R | None:
    """Any time while it holds; no reason is asked."""
    return None if stage(life, at=at) == Stage.GIVEN else R.NOT_GIVEN


def ends_on(answered: date, *, months: int) -> date:
    """The last day on which a consent of these months holds."""
    return add_months(answered, months) - ONE


def keep_until(ends: date) -> date:
    """The last day on which the name under a consent is kept."""
    return add_months(ends, 12 * KEPT_YEARS)


def number(asked_on: date, n: int) -> str:
    """How a request is called: the day, and its number on that day."""
    return f"授-{asked_on:%y%m%d}-{n:03}"


def shown(*, title: str, part: str, months: int, answer: Answer, words: Mapping[Medium, str]) -> str:
    """The exact text under which somebody signs."""
    lines = [f"《{title}》授权书", f"我在其中是：{part}。"]
    if answer.given:
        lines.append(f"同意使用我的：{_list(answer.given, words)}。期限 {months} 个月，从今天起算。")
    if answer.declined:
        lines.append(f"不同意使用我的：{_list(answer.declined, words)}。")
    lines.append("同意了也随时可以收回，不用说原因；收回后，网页、搜索和导出里马上去掉。不同意不影响办任何事。")
    return "\n".join(lines)


def _list(media: Iterable[Medium], words: Mapping[Medium, str]) -> str:
    return "、".join(words[one] for one in media)

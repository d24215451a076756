"""The scheme of the story, with its criteria on three levels."""

from datetime import datetime

from sanshe.creation import actions
from sanshe.creation.enums import Ground, Level, Source
from sanshe.creation.models import Scheme
from sanshe.creation.story.people import actor, civility_office
from sanshe.creation.types import Criterion, Terms

NAME, PREFIX = "零酒驾", "平创驾"
W, R, P = Source.WORDS, Source.RECORD, Source.POLICE
UNIT = (
    Criterion(1, "有负责人，有驾驶人台账", W),
    Criterion(2, "办过讲座，讲过案例", R, "pledges.sessions"),
    Criterion(3, "组织签承诺书", R, "pledges.coverage"),
    Criterion(4, "有公示栏和监督电话", W),
    Criterion(5, "一年内没有酒驾", P),
)
PLACE = (
    Criterion(1, "办过讲座，讲过案例", R, "pledges.sessions"),
    Criterion(2, "组织居民签承诺书", R, "pledges.coverage"),
    Criterion(3, "有公示栏和监督电话", W),
    Criterion(4, "一年内没有酒驾", P),
)
STREET = (Criterion(1, "辖区社区有创建台账", W), Criterion(2, "一年内没有酒驾", P))


def begin(when: datetime) -> None:
    """The civility office sets it up and opens it."""
    jiang = {"by": actor("jiang", when), "at": when}
    row = actions.draft_scheme(
        office=civility_office(), name=NAME, prefix=PREFIX, terms=Terms(), grounds=list(Ground), **jiang
    )
    for level, criteria in ((Level.UNIT, UNIT), (Level.COMMUNITY, PLACE), (Level.STREET, STREET)):
        actions.set_standard(scheme=row, level=level, criteria=criteria, **jiang)
    actions.open_scheme(scheme=row, **jiang)


def scheme() -> Scheme:
    return Scheme.objects.get(name=NAME)

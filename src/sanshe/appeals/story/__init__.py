"""What appeals tell for the demo: two weeks of calls after the holiday, and the matters among them to their end."""

from collections.abc import Iterator

from django.utils.translation import gettext_lazy as _

from sanshe.appeals.phrases import NAME
from sanshe.appeals.story import acts, given, named, rest
from sanshe.appeals.story.people import PEOPLE, POSTS
from sanshe.appeals.story.slots import slots
from sanshe.core.kit.story import Chapter, Moment, Step, Story


def told() -> Iterator[Step]:
    """Everything in the order in which it came in; the demo puts it in order of time."""
    came = slots()
    others = {matter.number: found for matter, found in rest.matters({one.number for one in named.TOLD})}
    own = {one.number: [(came[one.number], acts.take(one)), *found] for one, found in named.TOLD.items()}
    told_of = own | others
    for number in came:
        yield from acts.steps(*told_of[number])


DESK, STREET, WORKER = "appeals_desk", "subdistrict_manager", "community_worker"
CHAPTERS = (
    Chapter(_("2月14日 一件噪声诉求"), (
        Moment("0214s", "2022-02-14 09:40", _("受理一件噪声诉求"), (DESK, STREET, WORKER)),
    )),
    Chapter(_("2月22日 回访"), (
        Moment("0222e", "2022-02-22 16:30", _("问一声解决了没有"), (DESK, STREET, WORKER)),
    )),
)  # fmt: skip
STORY = Story(
    steps=(Step("2022-01-04 08:20", given.set_all), *told()), title=NAME, chapters=CHAPTERS, people=PEOPLE, posts=POSTS
)

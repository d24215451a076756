"""What fairs tell for the demo: two of one day, and how their accounts are signed."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.kit.story import Chapter, Moment, Story
from sanshe.fair.phrases import NAME
from sanshe.fair.story.evening import STEPS as EVENING
from sanshe.fair.story.morning import STEPS as MORNING
from sanshe.fair.story.people import PEOPLE, POSTS

WORKER, MANAGER = "community_worker", "subdistrict_manager"
CHAPTERS = (
    Chapter(_("2月15日 元宵游园"), (
        Moment("0215a", "2022-02-15 10:10", _("恒大扯谜面，去兑奖"), (WORKER,)),
        Moment("0215b", "2022-02-15 19:42", _("柳航里灯谜，两个台兑奖"), (WORKER,)),
    )),
    Chapter(_("2月22日 签账"), (
        Moment("0222e", "2022-02-22 16:30", _("签发兑奖账"), (WORKER, MANAGER)),
    )),
)  # fmt: skip
STORY = Story(steps=(*MORNING, *EVENING), title=NAME, chapters=CHAPTERS, people=PEOPLE, posts=POSTS)

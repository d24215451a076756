"""Before the stories begin: areas, working days, and who works all year."""

from sanshe.core.accounts import actions as accounts
from sanshe.core.accounts.management import prepare
from sanshe.core.areas import actions as areas
from sanshe.core.areas.adapters import DEMO, read
from sanshe.core.calendar import actions as calendar
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.shanghai import at
from sanshe.core.kit.story import STORIES


def found(moment: str = "2021-11-01 09:00") -> None:
    """The district, and the posts of all stories; whoever works for two of them is one person."""
    prepare()
    when = at(moment)
    areas.load(lines=read(DEMO), by=SYSTEM, at=when)
    calendar.load_published(first=2020, last=2023, by=SYSTEM, at=when)
    calendar.load_example_hours(first=2020, by=SYSTEM, at=when)
    users = {}
    for post in dict.fromkeys(post for story in STORIES for post in story.posts):
        if post.key not in users:
            users[post.key] = accounts.create_user(username=post.key, name=post.name, is_staff=True, by=SYSTEM, at=when)
        accounts.appoint(user=users[post.key], role=post.role, area_path=post.path, by=SYSTEM, at=when)

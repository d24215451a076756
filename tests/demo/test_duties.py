"""Who is asked for what, at each moment of the story: as it was before duties were one noun."""

from collections import Counter
from pathlib import Path

import pytest

from sanshe.core.accounts.models import User
from sanshe.core.accounts.queries import actor_for
from sanshe.core.duties import queries
from sanshe.core.kit.shanghai import at
from sanshe.demo.queries import moment_of, moments
from sanshe.incubation.pages.stay.own_duties import own_lines

UNTIL = "0216a"
ANY_DOOR = ("重点小区还没去的门",)  # how many are left is told; which, hangs on the keys of the compounds
KEPT = (Path(__file__).parent / "duties.txt").read_text().splitlines()
SEEN_AT: dict[str, list[str]] = {}
PLACES: dict[str, set[str]] = {}


@pytest.fixture(scope="module")
def told(district):
    """What is asked at every moment, then the last one for all tests."""
    for moment in moments():
        with district.at(moment.code):
            SEEN_AT[moment.code] = list(asked(moment.code, at(moment.at)))
    with district.at(UNTIL):
        yield


def asked(code, when):
    """A line for each duty of staff; organisations are counted by what they are asked for."""
    counted = Counter()
    for user in User.objects.order_by("pk"):
        actor = actor_for(user, when)
        if actor.is_staff:
            owed = queries.owed(actor, when)
            PLACES.setdefault(code, set()).update(one.url for one in owed.duties)
            for one in queries.items(owed.duties, when):
                state = "over" if one.is_over else "today" if one.is_today else ""
                due = one.duty.due and f"{one.duty.due.moment:%Y-%m-%d %H:%M:%S}"
                detail = "" if str(one.duty.title) in ANY_DOOR else one.duty.detail
                told = (code, user.username, one.duty.title, detail, str(due), str(one.duty.act_label), state)
                yield " | ".join(told).rstrip()
        counted.update(item.duty.title for mine in own_lines(actor, when) for item in mine.todos)
    yield from (f"{code} | organisations | {title} | {n}" for title, n in counted.items())


@pytest.mark.django_db
def test_everybody_is_asked_for_the_same_at_every_moment(told):
    assert sorted(line for lines in SEEN_AT.values() for line in lines) == sorted(KEPT)


@pytest.mark.django_db
def test_every_duty_of_the_last_moment_opens_where_its_work_is_done(told, as_person):
    """A line for several opens all of them: as many as it says."""
    client = as_person("liang", moment_of(UNTIL).at)
    places = [url.partition("#")[0] for url in sorted(PLACES[UNTIL])]
    open_ones = [url for url in places if client.get(url).status_code in (200, 302)]
    assert any(url.startswith("/duties/incubation.desk/") for url in open_ones)
    desks = next(url for url in open_ones if url.startswith("/duties/incubation.desk/"))
    text = client.get(desks).content.decode()
    assert "一共 10 件" in text and text.count('<a class="t" href="/incubation/entries/') == 10

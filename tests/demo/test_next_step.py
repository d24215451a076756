"""The centre's desk names the next step all the way from the last screening to the draft of the notice."""

import pytest

from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.core.duties import queries as duties
from sanshe.core.kit.shanghai import at
from sanshe.demo.queries import moment_of
from sanshe.incubation.models import Batch
from sanshe.incubation.pages.batch import clocks
from sanshe.incubation.story import panel

pytestmark = pytest.mark.django_db
UNTIL = "0113a"
FOUND = {}
CODES = ("0111b", "0113a", "0114b", "0114c", "0120a")


@pytest.fixture(scope="module")
def told(district):
    """What is seen at each of these moments, then the eve of the panel day for all tests."""
    for code in CODES:
        with district.at(code):
            when = at(moment_of(code).at)
            FOUND[code] = waiting(when), [str(one.label) for one in clocks(Batch.objects.get(no=3), when)]
    with district.at(UNTIL):
        yield


def waiting(when):
    """(what, how many) that the centre's operator has to see to."""
    owed = duties.owed(actor_for(user_by_login("liang"), when), when)
    return [(one.source.code.removeprefix("incubation."), one.line.n) for one in owed.duties]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("code", "todo", "running"),
    [
        ("0111b", [("screening", 5)], ["初审"]),
        ("0113a", [], []),
        ("0114b", [("session", 18)], []),
        ("0114c", [("vote", 1)], []),
        ("0120a", [], ["公示期", "异议答复"]),
    ],
)
def test_what_waits_for_the_centre(code, todo, running):
    assert FOUND[code] == (todo, running)


@pytest.mark.usefixtures("told")
def test_once_all_declared_the_list_waits_to_be_locked():
    when = at("2022-01-13 16:45")
    assert waiting(when) == []
    panel.declare("tian", when)
    assert [what for what, _n in waiting(when)] == ["lock"]

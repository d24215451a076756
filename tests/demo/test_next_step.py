"""The centre's desk names the next step all the way from the last screening to the draft of the notice."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.demo.queries import moment_of
from sanshe.incubation.models import Batch
from sanshe.incubation.pages.batch import clocks
from sanshe.incubation.queries.todos import waiting

pytestmark = pytest.mark.django_db
UNTIL = "0120a"
FOUND = {}
CODES = ("0111b", "0113a", "0114b", "0114c", "0120a")


@pytest.fixture(scope="module")
def told(district):
    """What is seen at each of these moments, then the last one for all tests."""
    for code in CODES:
        with district.at(code):
            see(code)
    with district.at(UNTIL):
        yield


def see(code):
    """What waits for the centre at this moment, and which deadlines run."""
    at = datetime.fromisoformat(moment_of(code).at).replace(tzinfo=ZoneInfo("Asia/Shanghai"))
    todo = [(kind, figure) for kind, *_, figure in waiting(actor_for(user_by_login("liang"), at), at)]
    FOUND[code] = todo, [str(one.label) for one in clocks(Batch.objects.get(no=3), at)]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("code", "todo", "running"),
    [
        ("0111b", [("screening", 5)], ["初审"]),
        ("0113a", [], []),
        ("0114b", [("session", 18)], []),
        ("0114c", [("vote", "")], []),
        ("0120a", [], ["公示期", "异议答复"]),
    ],
)
def test_what_waits_for_the_centre(code, todo, running):
    assert FOUND[code] == (todo, running)


@pytest.mark.usefixtures("told")
def test_once_all_declared_the_list_waits_to_be_locked(monkeypatch):
    from sanshe.incubation.queries import todos

    batch = Batch(no=9, name="第九批", state="screening", panel_on=datetime(2022, 1, 14).date())
    liang = actor_for(user_by_login("liang"), datetime.now(ZoneInfo("Asia/Shanghai")))
    monkeypatch.setattr(todos.panel, "drawn_at", lambda batch: "drawn")
    for declared, kinds in (([True, None], []), ([True, True], ["lock"])):
        seats = [type("Seat", (), {"declared_at": one}) for one in declared]
        monkeypatch.setattr(todos.panel, "members", lambda batch, seats=seats: seats)
        assert [kind for kind, *_ in todos._panel_day(liang, batch, {"b": batch.pk})] == kinds

"""The centre's desk names the next step all the way from the last screening to the draft of the notice."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.core.duties import queries as duties
from sanshe.demo.queries import moment_of
from sanshe.incubation.models import Batch, Panelist
from sanshe.incubation.pages.batch import clocks

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
    """Which deadlines run at this moment; and, before all have declared, what waits once they have."""
    at = moment(code)
    FOUND[code] = [str(one.label) for one in clocks(Batch.objects.get(no=3), at)]
    if code == "0113a":
        FOUND["before"] = asked_to_lock(at)
        Panelist.objects.filter(declared_at=None).update(declared_at=at)
        FOUND["declared"] = asked_to_lock(at)


def moment(code):
    return datetime.fromisoformat(moment_of(code).at).replace(tzinfo=ZoneInfo("Asia/Shanghai"))


def asked_to_lock(at):
    owed = duties.owed(actor_for(user_by_login("liang"), at), at)
    return [str(one.title) for one in owed.duties if "名单" in str(one.title) or "锁" in str(one.title)]


@pytest.mark.usefixtures("told")
@pytest.mark.parametrize(
    ("code", "running"),
    [("0111b", ["初审"]), ("0113a", []), ("0114b", []), ("0114c", []), ("0120a", ["公示期", "异议答复"])],
)
def test_which_deadlines_of_the_batch_run(code, running):
    """What waits for whom at each moment is asked of the duties (`test_duties.py`)."""
    assert FOUND[code] == running


@pytest.mark.usefixtures("told")
def test_once_all_declared_the_list_waits_to_be_locked():
    assert FOUND["before"] == [] and len(FOUND["declared"]) == 1

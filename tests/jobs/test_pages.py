"""How far a piece of work is, as the page asks for it."""

import pytest

from sanshe.core.jobs import actions
from tests.jobs.test_actions import AT, done  # noqa: F401 - a fixture

pytestmark = pytest.mark.django_db


@pytest.fixture
def address(done):  # noqa: F811
    job = actions.enqueue(code="t", payload={"n": 1}, at=AT)
    return f"/jobs/{job}/"


def test_the_part_is_asked_for_until_the_work_is_over(client_as, address):
    client = client_as("auditor")
    first = client.get(address, headers={"X-Part": "1"})
    assert "data-over" not in first.content.decode()
    assert client.get(address, headers={"X-Part": "1", "If-None-Match": first["ETag"]}).status_code == 304
    actions.work()
    last = client.get(address, headers={"X-Part": "1", "If-None-Match": first["ETag"]})
    assert last.status_code == 200 and "data-over" in last.content.decode()

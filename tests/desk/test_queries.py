"""What a desk costs: as many queries for little and for much, however many rows there are; never more than 40."""

from dataclasses import replace

import pytest

from bench import data
from sanshe.core.duties.queries import SOURCES
from sanshe.core.ledgers.queries import WORKS
from sanshe.incubation.models import Batch
from tests.fixtures import NAMES

MOST = 40  # each of the seven works asks for its own line, beside the frame and what is owed
STAFF = [role for role in NAMES if role != "organisation_rep"]


@pytest.fixture
def district(db, settings, tmp_path, still):
    from sanshe.config.setup import load_areas, load_calendar
    from sanshe.core.accounts.actions import sync_roles
    from sanshe.core.areas.adapters import DEMO

    settings.AUDIT_ROOTS = tmp_path
    sync_roles()
    load_areas(DEMO)
    load_calendar()


@pytest.fixture
def asked(client_as, django_assert_max_num_queries):
    """How many queries each member of staff's desk takes once it is warm."""
    clients = {role: client_as(role) for role in STAFF}

    def count():
        found = {}
        for role, client in clients.items():
            client.get("/")
            with django_assert_max_num_queries(100) as seen:
                assert client.get("/").status_code == 200
            found[role] = len(seen)
        return found

    return count


def test_a_desk_costs_the_same_for_six_applications_and_for_hundreds(district, asked):
    data.fill(6)
    few = asked()
    data._keep(data._applications(Batch.objects.get(no=3), 400, state="submitted"))
    Batch.objects.filter(no=3).update(state="screening")
    many = asked()
    assert few == many and max(many.values()) <= MOST, many


def test_six_more_apps_cost_nothing_more(district, asked, monkeypatch):
    """Each with the duties of the first, its line, and its small number."""
    data.fill(6)
    one = asked()
    sources, works = list(SOURCES), list(WORKS)
    more = {f"{n}.{source.code}": replace(source, code=f"{n}.{source.code}") for n in range(6) for source in sources}
    monkeypatch.setattr(SOURCES, "_items", {**SOURCES._items, **more})
    toys = {f"toy{n}": replace(work, code=f"toy{n}", line=lambda actor, at: None) for n in range(6) for work in works}
    monkeypatch.setattr(WORKS, "_items", {**WORKS._items, **toys})
    seven = asked()
    assert one == seven and max(seven.values()) <= MOST, seven


def test_an_app_in_which_somebody_has_no_part_does_not_show(district, client_as):
    data.fill(6)
    for role, seen, unseen in (
        ("centre_operator", "/incubation/", "/patrol/"),
        ("community_worker", "/patrol/", "/incubation/"),
    ):
        page = client_as(role).get("/").content.decode()
        rail = page.split("<main")[0]
        assert "各项工作" in page and seen in rail and unseen not in page

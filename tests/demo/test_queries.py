"""Who is offered at which moment."""

import pytest
from django.db import connection

from sanshe.core.kit import clock
from sanshe.core.kit.shanghai import at
from sanshe.demo import queries
from sanshe.demo.models import DemoClock
from sanshe.demo.queries import chapters, people
from sanshe.demo.views import door

DEFAULT = "0218a"


def offered(district, code):
    with district.at(code):
        moment = queries.moment_of(code)
        return [([one.key for one in group.people], group.start) for group in queries.cards(code, at(moment.at))]


@pytest.mark.parametrize(
    ("code", "keys", "start"),
    [("1225a", ["liang", "hao", "fan"], "liang"), ("0103a", ["liang", "zhishan"], "zhishan"),
     ("0113a", ["liang", "tian", "hao", "fan"], "tian"), ("0114b", ["liang", "bai", "jin", "hou"], "bai"),
     ("0126b", ["liang", "hao", "fan", "du"], "du")],
)  # fmt: skip
def test_who_has_work_at_a_moment_is_offered_and_nobody_else(district, code, keys, start):
    assert offered(district, code) == [(keys, start)]


def test_a_card_lets_one_in_and_leaves_the_clock_alone(district, rf):
    with district.at(DEFAULT):
        DemoClock.objects.update_or_create(
            pk=1, defaults={"moment": DEFAULT, "shift_seconds": 0, "seen_at": at("2022-02-18 08:30")}
        )
        request = rf.get("/login/")
        request.received_at = at(queries.moment_of(DEFAULT).at)
        page = door(request)
        cards = page[: page.index("s-chapters")]
        assert (
            "/demo/enter/liang/" in cards
            and "/demo/step/" not in cards
            and cards.count("从这里开始") == cards.count("<h3")
        )
        assert "/demo/enter/bai/" not in cards


def test_the_demo_opens_at_one_moment():
    assert [one.code for one in queries.moments() if one.is_first_seen] == [queries.first_seen().code] == [DEFAULT]


def test_everybody_has_a_moment_made_for_their_role():
    roles = {role for moment in queries.moments() for role in moment.roles}
    assert [one.key for one in people() if one.role not in roles] == []


def test_moments_follow_one_another():
    moments = [moment.at for chapter in chapters() for moment in chapter.moments]
    assert len(moments) >= 17 and moments == sorted(set(moments))


@pytest.mark.django_db
def test_a_database_without_tables_holds_no_demos_data(settings, monkeypatch):
    """Styles are laid out before anything is migrated."""
    settings.HAS_DEMO_FLAG = False
    assert not queries.is_left_over()
    DemoClock.objects.create(pk=1, shift_seconds=0, seen_at=clock.real(), moment="0218a")
    assert queries.is_left_over()
    monkeypatch.setattr(connection.introspection, "table_names", list)
    assert not queries.is_left_over()

"""Where a role that has nothing to do now is sent."""

import pytest
from django.db import connection

from sanshe.core.kit import clock
from sanshe.demo import queries
from sanshe.demo.models import DemoClock
from sanshe.demo.queries import chapters, people

DEFAULT = "0218a"


@pytest.mark.parametrize(
    ("key", "now", "code"),
    [("bai", DEFAULT, "0114b"), ("tian", DEFAULT, "0113a"), ("du", DEFAULT, "0126b"), ("kong", "1225a", "0218a"),
     ("zhishan", "1228b", "0103a"), ("muzuo", "1228b", "0531a")],
)  # fmt: skip
def test_the_moment_one_is_sent_to(key, now, code):
    assert queries.nearest(queries.person(key), now).code == code


def test_the_demo_opens_at_one_moment():
    assert [one.code for one in queries.moments() if one.is_first_seen] == [queries.first_seen().code] == [DEFAULT]


def test_everybody_has_a_moment():
    assert [one.key for one in people() if queries.nearest(one, DEFAULT) is None] == []


def test_moments_follow_one_another():
    moments = [moment.at for chapter in chapters() for moment in chapter.moments]
    assert len(moments) == 17 and moments == sorted(set(moments))


@pytest.mark.django_db
def test_a_database_without_tables_holds_no_demos_data(settings, monkeypatch):
    """Styles are laid out before anything is migrated."""
    settings.HAS_DEMO_FLAG = False
    assert not queries.is_left_over()
    DemoClock.objects.create(pk=1, shift_seconds=0, seen_at=clock.real(), moment="0218a")
    assert queries.is_left_over()
    monkeypatch.setattr(connection.introspection, "table_names", list)
    assert not queries.is_left_over()

"""Two kinds of code that only these tests declare: a title that takes two to revoke, and a door that leads on."""

from datetime import UTC, date, datetime

import pytest

from sanshe.core.codes import actions, queries
from sanshe.core.codes.ledgers import declare_kind
from sanshe.core.codes.types import CodeKind
from sanshe.core.duties.queries import SOURCES
from sanshe.core.kit import ids
from sanshe.core.kit.access import Actor, Grant

AT = datetime(2022, 2, 25, 2, 0, tzinfo=UTC)
TITLE, DOOR = "test.title", "test.door"
DECIDES, ASKS = "incubation.graduation.approve", "incubation.graduation.propose"


def officer(*codes):
    """Somebody of the district who holds these codes, a new person each time."""
    return Actor(ids.new(), "侯建平", is_staff=True, grants=(Grant("bureau_officer", frozenset(codes), "140213"),))


@pytest.fixture(autouse=True)
def kinds():
    held, sources = dict(queries.KINDS._items), dict(SOURCES._items)
    said = {"fields": {"level": "级别"}, "note": "不担保以后"}
    declare_kind(TITLE, CodeKind("称号", DECIDES, (ASKS,), **said))
    leads = lambda subject, visitor: "/login/" if visitor.is_staff else ""  # noqa: E731
    declare_kind(DOOR, CodeKind("门口的码", DECIDES, is_seconded=False, leads=leads))
    yield
    queries.KINDS._items, SOURCES._items = held, sources


@pytest.fixture
def issued():
    """A code of a kind, in an area, with a term."""

    def make(kind=TITLE, area="140213003", **more):
        term = {"valid_from": date(2022, 2, 25), "valid_to": date(2023, 2, 24)}
        says = {"level": "单位"} if kind == TITLE else {}
        what = {"subject": ids.new(), "name": "柳岸冷链", "number": "2022 第 1 号", "says": says}
        return actions.issue(**{"kind": kind, "area_path": area, "by": officer(), "at": AT, **what, **term, **more})

    return make

"""Stories cite closed appeals of their district by number, and see when one is opened again; never a resident."""

import dataclasses

import pytest

from sanshe.appeals import actions
from sanshe.appeals.enums import Reach, Satisfied, Solved
from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.ids import new
from sanshe.core.kit.shanghai import at
from sanshe.journeys.ledgers import cases
from sanshe.stories.queries import case_again, find_case
from tests.appeals import world

pytestmark = pytest.mark.django_db


def editor(path="140213"):
    return Actor(new(), "陶然", True, (Grant("story_editor", frozenset(), path),))


def closed(people):
    row = world.verified(people)
    said = {"reach": Reach.REACHED, "solved": Solved.SOLVED, "satisfied": Satisfied.SATISFIED}
    actions.call_back(appeal=row, **said, by=people["chang"], at=at("2022-02-22 16:45"))
    return world.fresh(row)


def test_only_a_closed_appeal_of_the_district_is_cited():
    people = world.settle()
    row = world.verified(people)
    assert find_case(editor(), row.number) is None
    assert find_case(editor(), "") is None


def test_a_closed_one_says_until_when_it_can_be_opened_again_and_nothing_of_a_resident():
    row = closed(world.settle())
    case = find_case(editor(), row.number)
    assert (case.key, case.number, case.free_from) == (row.pk, row.number, row.reopen_until)
    assert case.is_open(at("2022-02-23 10:00")) and not case.is_open(row.reopen_until)
    assert find_case(editor("140214"), row.number) is None
    assert {one.name for one in dataclasses.fields(case)} == {"kind", "key", "number", "free_from"}
    actions.reopen(appeal=row, words="又响了", by=world.SYSTEM, at=at("2022-02-24 10:00"))
    assert case_again(cases.KIND, "140213", row.pk).free_from is None
    assert case_again(cases.KIND, "140214", row.pk) is None

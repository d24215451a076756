"""The bench's own tools: the data it makes, the lines it prints. Never its times."""

import json
import re

import pytest
from django.test import Client

from bench import calibration, data
from bench.lines import HEADS, WIDTHS, Line, printed
from sanshe.incubation.models import Application, Batch, Sheet
from sanshe.incubation.queries.panel.score import is_all_sealed


@pytest.fixture
def district(db, settings, tmp_path):
    from sanshe.config.setup import load_areas
    from sanshe.core.accounts.actions import sync_roles
    from sanshe.core.areas.adapters import DEMO

    settings.AUDIT_ROOTS = tmp_path
    sync_roles()
    load_areas(DEMO)


def test_the_rows_are_as_many_as_asked_for_and_each_page_opens(district):
    made = data.fill(300)
    assert Application.objects.count() == 300 and Sheet.objects.count() == data.BOARD * data.PANEL
    assert is_all_sealed(Batch.objects.get(no=1)) and not is_all_sealed(Batch.objects.get(no=2))
    data.count(made)  # fails for a page that does not open
    assert set(made.queries) == set(made.pages) and made.queries["list"] <= 10 and made.queries["json"] <= 10


@pytest.mark.parametrize(("n", "shown"), [(6, 5), (300, data.BOARD)])
def test_a_batch_of_250_is_one_page_with_as_many_queries_as_one_of_five(district, n, shown):
    """All averages and ranks on it, none on a second page."""
    made = data.fill(n)
    data.count(made)
    board = Client(headers=made.headers["board"]).get(made.pages["board"]).content.decode()
    assert (board.count("<tr><td"), board.count('rel="next"')) == (shown, 0)
    assert len(re.findall(r'class="s-fig" href="[^"]+/tabulation/">\d+\.\d\d<', board)) == shown
    assert made.queries["board"] <= 33


def test_people_are_encrypted_as_in_life(district):
    data.fill(2)
    from sanshe.core.privacy.queries import raw

    stored = raw(Application, Application._meta.get_field("private")).values_list("raw", flat=True)
    assert len(stored) == 2 and all(text.startswith("v1:") for text in stored)


@pytest.mark.parametrize(
    ("goal", "figure", "met"),
    [
        ({"most": 60}, 60, True),
        ({"most": 60}, 61, False),
        ({"least": 5}, 4, False),
        ({"least": 5}, 5, True),
        ({}, 9, None),
    ],
)
def test_a_goal_is_met_or_not(goal, figure, met):
    assert Line("list", 40, figure, "x bare", **goal).is_met is met


def test_a_line_is_a_row_of_the_table_and_a_json_object():
    line = Line("list of 50 rows", 10_000, 47.25, "x bare", most=60, stretch=30, more={"queries": 5})
    row = printed(line.cells())
    assert all(text in row for text in ("list of 50 rows", "10,000", "47.25 x bare", "<= 60 (30)", "yes", "queries 5"))
    assert json.loads(line.json()) | {"figure": 47.25, "is_met": True, "rows": 10_000} == json.loads(line.json())
    assert len(HEADS) == len(WIDTHS) == len(line.cells())


def test_the_sheets_of_the_calibration_are_on_the_scale_and_always_the_same():
    sheets = calibration.sheets(20)
    assert 20 < len(sheets) <= 20 * calibration.PANELISTS and sheets == calibration.sheets(20)
    assert {len(one.marks) for one in sheets} == {calibration.CRITERIA}
    assert all(0 <= mark <= 20 for one in sheets for mark in one.marks)

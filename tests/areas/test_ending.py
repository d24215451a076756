"""The official list drops an area: open matters go elsewhere, closed ones stay; a name before stands for a year."""

from datetime import date

import pytest

from sanshe.core.accounts.models import Appointment
from sanshe.core.accounts.queries import actor_for
from sanshe.core.areas import actions, queries, rules
from sanshe.core.areas.models import Area, Premises
from sanshe.core.areas.queries import premises
from sanshe.core.areas.types import Door, Moving
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.areas import area_name
from sanshe.core.kit.refused import Refused
from sanshe.core.parties.actions import register_organisation
from sanshe.core.search.models import SearchRow

OLD, NEW, STREET, ELSEWHERE = "140213050001", "140213050002", "140213050", "140214029001"
LINES = [
    ("140213", "district", "平城区", "140200"),
    ("140213050", "subdistrict", "永泰街道", "140213"),
    (OLD, "community", "柳航里社区", "140213050"),
    (NEW, "community", "康吉社区", "140213050"),
    ("140214", "district", "云冈区", "140200"),
    ("140214029", "subdistrict", "口泉街道", "140214"),
    (ELSEWHERE, "community", "和瑞社区", "140214029"),
]


@pytest.fixture
def noon(at):
    return at("2022-02-18 12:00")


@pytest.fixture
def admin(db, at, user_as, noon):
    actions.load(lines=LINES, by=SYSTEM, at=at("2021-12-01 09:00"))
    return actor_for(user_as("district_admin"), noon)


@pytest.fixture
def open_ones(monkeypatch):
    """A toy kind of matters: how many are open where."""
    left = {OLD: 3}

    def move(*, path, into, by, at):
        left[into] = left.get(into, 0) + left.pop(path)

    def put(move=move):
        told = {"toy": Moving("toy", "事", lambda path, at: left.get(path, 0), move)}
        monkeypatch.setattr(queries.MOVINGS, "_items", told)
        return left

    return put


def end(admin, noon, path=OLD, into=""):
    return actions.end_area(path=path, into=into, by=admin, at=noon)


def test_with_open_matters_somebody_says_whither_and_they_go(open_ones, admin, noon):
    left = open_ones()
    with pytest.raises(Refused) as refused:
        end(admin, noon)
    assert refused.value.code == "areas.open_matters" and refused.value.facts == {"name": "柳航里社区", "n": 3}
    assert end(admin, noon, into=NEW) == 3 and left == {NEW: 3}
    row = Area.objects.get(pk=OLD)
    assert (row.ended_on, row.into_id) == (date(2022, 2, 18), NEW)
    assert history("areas.tree", OLD)[0].new == {"into": NEW, "moved": 3}
    assert area_name(OLD) == "柳航里社区"  # what happened there keeps its name
    assert OLD not in dict(queries.named_below(["140213"])) and NEW in dict(queries.named_below(["140213"]))
    with pytest.raises(Refused, match="ended"):
        end(admin, noon, into=NEW)


def test_what_cannot_move_is_ended_first_and_a_move_that_leaves_something_is_none(open_ones, admin, noon):
    open_ones(move=None)
    with pytest.raises(Refused, match="cannot_move"):
        end(admin, noon, into=NEW)
    open_ones(move=lambda **said: None)
    with pytest.raises(Refused, match="open_matters"):
        end(admin, noon, into=NEW)
    assert Area.objects.get(pk=OLD).ended_on is None


@pytest.mark.parametrize(("path", "into", "said"), [
    (OLD, OLD, "no_target"), (OLD, STREET, "no_target"), (OLD, "140213050099", "no_target"),
    (OLD, ELSEWHERE, "no_target"), (STREET, "", "has_areas"), ("140214001001", "", "not_yours"),
])  # fmt: skip
def test_where_it_does_not_end(open_ones, admin, noon, path, into, said):
    open_ones()
    with pytest.raises(Refused, match=said):
        end(admin, noon, path, into)


def test_who_is_in_office_and_who_stands_there_go_along(admin, noon, user_as):
    worker, both = (user_as("community_worker", OLD) for _ in range(2))
    Appointment.objects.create(user=both, role_id="community_worker", area_path=NEW, starts=noon.date())
    gone = user_as("community_worker", OLD)
    Appointment.objects.filter(user=gone).update(ends=date(2022, 2, 17))
    party = register_organisation(
        name="柳岸互助社", kind="forming", registration="none", area_path=OLD, by=SYSTEM, at=noon
    )
    end(admin, noon, into=NEW)
    party.refresh_from_db()
    assert party.area_path == NEW and worker.appointments.get().area_path == NEW
    assert sorted((one.area_path, one.ended_at is None) for one in both.appointments.all()) == [
        (OLD, False),
        (NEW, True),
    ]
    assert gone.appointments.get().area_path == OLD
    assert [one.event for one in history("accounts.user", worker.pk)][0] == "accounts.term_moved"


def test_compounds_and_doors_go_along_under_names_and_numbers_of_their_own(admin, noon, user_as, client_of, it_is):
    it_is("2022-02-18 12:00")
    said, worker = {"by": admin, "at": noon}, user_as("community_worker", OLD)
    yards = [actions.open_compound(area_path=path, name="祥和小区", **said) for path in (NEW, OLD)]
    yards += [actions.open_compound(area_path=OLD, name="临街", **said)]
    key = actions.decide_key(compound=yards[1], starts_on=noon.date(), ground="平房", **said)
    doors = [Door("household", "1 号", code="1"), Door("household", "2 号"), Door("household", "3 号", code="3")]
    how = {"on": noon.date(), "why": "建底册", **said}
    for yard, n in zip(yards, (1, 3, 0), strict=True):
        actions.enter_premises(compound=yard, doors=doors[:n], **how)
    one, two, three = Premises.objects.filter(compound=yards[1]).order_by("name")
    actions.merge_premises(premises=three, into=two, why="重复", **said)
    browser, number = client_of(worker), two.code
    end(admin, noon, into=NEW)
    for row in (one, two, three, key, *yards):
        row.refresh_from_db()
        assert row.area_path == NEW
    assert [(row.name, row.walk_no) for row in yards] == [("祥和小区", 1), ("祥和小区（柳航里）", 2), ("临街", 3)]
    assert (one.code, two.code, three.code) == ("柳航里-1", number, "3")
    assert premises.premises_by_code(NEW, "3") == two
    assert {row.area_path for row in one.changes.all()} == {OLD}  # what was noted stays where it was
    assert browser.get(f"/premises/{one.pk}/").status_code == 200
    assert {row.area_path for row in SearchRow.objects.filter(kind="areas.premises")} == {NEW}
    told = [(row.event, row.new.get("doors")) for row in history("areas.compound", yards[1].pk)[:2]]
    assert sorted(told) == [("areas.compound_moved", None), ("areas.premises_moved", 3)]
    assert history("areas.premises", one.pk)[0].new == {"code": "柳航里-1"}


def test_the_page_offers_it_to_who_may_and_says_where_it_went(admin, noon, client_as, user_as):
    user_as("community_worker", OLD)
    browser, reader = client_as("district_admin"), client_as("auditor")
    page = browser.get(f"/areas/{OLD}/").content.decode()
    assert "撤并这个地方" in page and "康吉社区" in page and "1 件" in page
    assert "撤并这个地方" not in reader.get(f"/areas/{OLD}/").content.decode()
    assert reader.post(f"/areas/{OLD}/end/", {"into": NEW}).status_code == 403
    assert client_as("district_admin", "140214").post(f"/areas/{OLD}/end/", {"into": NEW}).status_code == 404
    refused = browser.post(f"/areas/{OLD}/end/", {"into": ""})
    assert refused.status_code == 409 and "柳航里社区还有 1 件没办完，请写明并到哪里。" in refused.content.decode()
    assert browser.post(f"/areas/{OLD}/end/", {"into": NEW}).status_code == 302
    assert "并到康吉社区" in browser.get(f"/areas/{OLD}/").content.decode()
    assert "撤并这个地方" not in browser.get(f"/areas/{STREET}/").content.decode()


def test_the_name_before_stands_beside_the_new_one_for_a_year(admin, at):
    actions.load(lines=[(OLD, "community", "柳南社区", STREET)], by=SYSTEM, at=at("2022-02-18 09:00"))
    row = Area.objects.get(pk=OLD)
    assert (row.name, row.renamed_on) == ("柳南社区", date(2022, 2, 18))
    assert queries.former_names([row], date(2023, 2, 17)) == {OLD: "柳航里社区"}
    assert queries.former_names([row], date(2023, 2, 18)) == {}
    assert not rules.shows_former(None, date(2022, 2, 18))

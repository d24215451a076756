"""Rows: moved by their table, changed as they were read, recorded, struck, done by different people, found by area."""

from datetime import UTC, datetime, timedelta
from enum import StrEnum
from uuid import UUID

import pytest
from django.db import IntegrityError, connection, models, transaction

from sanshe.core.audit.queries import history
from sanshe.core.kit import prefix
from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.refused import Refused
from sanshe.core.rows import actions, queries, rules
from sanshe.core.rows.enums import E, R
from sanshe.core.rows.models import Placed, Recorded, Row
from sanshe.core.rows.types import Done, Undoable
from sanshe.core.ui.queries import SENTENCES, WORDS, say

AT = datetime(2022, 3, 1, 1, 30, tzinfo=UTC)  # 09:30 in Shanghai
BY = Actor(id=UUID(int=7), name="陈小雨", is_staff=True)
DISTRICT, PLACE, OTHER = "140213", "140213053006", "140214029001"


class Step(StrEnum):
    FOUND = "found"
    MENDED = "mended"
    CLOSED = "closed"

    @staticmethod
    def moves():
        return {Step.FOUND: {Step.MENDED}, Step.MENDED: {Step.CLOSED, Step.FOUND}, Step.CLOSED: set()}


class Duty(StrEnum):
    FINDER = "finder"


class Hazard(Row):
    KIND = "patrol.hazard"

    state = models.CharField(max_length=10, default=Step.FOUND)
    words = models.CharField(max_length=40, default="")

    class Meta:
        app_label = "toys"


class Tally(Recorded):
    SAID = ("n",)

    n = models.PositiveIntegerField()
    spent = models.PositiveIntegerField(default=0)

    class Meta:
        app_label = "toys"
        constraints = [Recorded.constraint("a_tally_struck_says_why")]


class Part(Recorded):
    whole = models.ForeignKey(Hazard, models.PROTECT, db_constraint=False)

    class Meta:
        app_label = "toys"

    @property
    def on_record(self) -> Placed:
        return self.whole


@pytest.fixture(autouse=True)
def _words(monkeypatch):
    monkeypatch.setitem(WORDS, Step, {Step.CLOSED: "已销号"})
    monkeypatch.setitem(WORDS, Duty, {Duty.FINDER: "发现人"})


@pytest.fixture
def tables(db):
    """The three tables of this file, in the test's own transaction."""
    editor = connection.SchemaEditorClass(connection, collect_sql=True, atomic=False)
    with connection.cursor() as cursor:
        for model in (Hazard, Tally, Part):
            sql, _ = editor.table_sql(model)
            cursor.execute(sql)


@pytest.fixture
def hazard(tables):
    return Hazard.objects.create(area_path=PLACE)


def refused(code):
    return pytest.raises(Refused, match=rf"^{code}$")


# --- without a database --------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("state", "to", "may"),
    [("found", "mended", True), ("found", "closed", False), ("mended", "found", True), ("closed", "found", False)],
)
def test_the_table_of_moves_decides(state, to, may):
    assert rules.may_move(state, Step(to)) is may


def test_who_had_a_duty_does_not_take_the_next_step():
    rules.another(BY.id, (UUID(int=1), None), Duty.FINDER)
    with refused(R.SAME_PERSON) as caught:
        rules.another(BY.id, (UUID(int=1), BY.id), Duty.FINDER)
    assert say(caught.value.code, caught.value.facts) == "这一步须由别人做：您是发现人。"
    with refused(R.SAME_PERSON):  # of nobody one cannot say that it is another
        rules.another(None, (UUID(int=1),), Duty.FINDER)


def test_a_window_holds_its_first_moment_and_not_its_last():
    opens, closes, tick = AT, AT + timedelta(days=5), timedelta(microseconds=1)
    asked = [opens - tick, opens, closes - tick, closes]
    outcomes = [rules.refusal_of_window(opens=opens, closes=closes, at=one) for one in asked]
    assert outcomes == [R.NOT_IN_WINDOW, None, None, R.NOT_IN_WINDOW]


def test_what_stands_is_struck_with_a_reason():
    said = [(True, "记错了"), (True, "  "), (False, "记错了")]
    outcomes = [rules.refusal_to_strike(stands=stands, reason=why) for stands, why in said]
    assert outcomes == [None, R.NO_REASON, R.STRUCK_ALREADY]


def test_areas_in_memory():
    assert prefix.covers([DISTRICT], PLACE) and prefix.covers([""], PLACE)
    assert not prefix.covers([OTHER], PLACE) and not prefix.covers([], PLACE)
    assert prefix.outer([PLACE, DISTRICT, OTHER, DISTRICT]) == [DISTRICT, OTHER]
    assert prefix.outer([PLACE, ""]) == [""]
    assert prefix.end("140213") == "140214" > "140213999999"
    assert prefix.end("14\U0010ffff\U0010ffff") == "15" and prefix.end("\U0010ffff") > "\U0010ffff"
    assert prefix.end("14\ud7ff").encode() > "14\ud7ff".encode()  # and no half of a pair, which is no text


def test_every_refusal_has_its_sentence():
    assert all(str(one) in SENTENCES for one in R)


# --- rows ------------------------------------------------------------------------------------------------------------
def test_a_row_moves_by_its_table_and_its_version_grows(hazard):
    actions.move(hazard, Step.MENDED, words="清走了")
    assert (hazard.state, hazard.words, hazard.version) == (Step.MENDED, "清走了", 2)


def test_a_move_of_no_table_says_where_the_row_stands(hazard):
    actions.change(hazard, state=Step.CLOSED)
    with refused(R.NOT_NOW) as caught:
        actions.move(hazard, Step.MENDED)
    assert say(caught.value.code, caught.value.facts) == "现在是已销号，不能这样办。"
    hazard.refresh_from_db()
    assert (hazard.state, hazard.version) == (Step.CLOSED, 2)
    with refused(Duty.FINDER):  # an app's own code, where it says more
        actions.move(hazard, Step.MENDED, refused=Duty.FINDER)


def test_who_comes_second_reads_who_was_first(hazard):
    mine, theirs = Hazard.objects.get(), Hazard.objects.get()
    actions.move(theirs, Step.MENDED)
    actions.record(E.STRUCK, theirs, by=BY, at=AT, found="煤")
    with refused(R.MOVED_ON) as caught:
        actions.move(mine, Step.MENDED, words="我的话")
    assert say(caught.value.code, caught.value.facts).startswith("陈** 09:30 已经办了这一步。")
    assert Hazard.objects.get().words == ""
    with refused(Duty.FINDER):
        actions.change(mine, refused=Duty.FINDER, words="我的话")


def test_of_two_who_read_the_same_one_writes(hazard):
    first, second = Hazard.objects.get(), Hazard.objects.get()
    actions.change(first, words="一")
    with refused(R.STALE):  # the record tells of nobody
        actions.change(second, words="二")
    assert Hazard.objects.get().words == "一"


def test_an_act_on_record_says_what_where_and_by_whom(hazard):
    actions.record(E.STRUCK, hazard, by=BY, at=AT, old={"n": 1}, note="因为", found="煤")
    (act,) = history("patrol.hazard", hazard.pk)
    assert (act.event, act.area_path, act.by, act.at) == (E.STRUCK, PLACE, BY.id, AT)
    assert (act.old, act.new, act.note) == ({"n": 1}, {"found": "煤"}, "因为")
    assert queries.kind_of(Tally) == "toys.tally" and queries.last_act(hazard) == ("陈**", AT)


# --- recorded facts ------------------------------------------------------------------------------------------------
def test_a_fact_struck_counts_no_more_and_stays_as_it_was(tables):
    row = Tally.objects.create(area_path=PLACE, n=3)
    actions.strike(row=row, reason="  记了两次 ", by=BY, at=AT)
    assert not Tally.objects.exists()
    kept = Tally.every.get()
    assert (kept.n, kept.struck_at, kept.struck_by, kept.struck_why) == (3, AT, BY.id, "记了两次")
    (act,) = history("toys.tally", row.pk)
    assert (act.event, act.old, act.note) == (E.STRUCK, {"n": 3}, "记了两次")
    with refused(R.STRUCK_ALREADY):
        actions.strike(row=kept, reason="再划", by=BY, at=AT)
    with refused(R.STRUCK_ALREADY):  # read before somebody else struck it
        actions.strike(row=row, reason="再划", by=BY, at=AT)
    assert len(history("toys.tally", row.pk)) == 1


def test_a_fact_on_which_others_came_to_build_is_not_struck(tables):
    row = Tally.objects.create(area_path=PLACE, n=3)
    Tally.objects.update(spent=1)
    with refused(R.STRUCK_ALREADY):
        actions.strike(row=row, reason="记错了", by=BY, at=AT, spent=0)
    assert Tally.objects.get().struck_at is None


def test_a_part_is_struck_on_the_record_of_its_whole(hazard):
    row = Part.objects.create(area_path=PLACE, whole=hazard)
    actions.strike(row=row, reason="记错了", by=BY, at=AT)
    assert [act.event for act in history("patrol.hazard", hazard.pk)] == [E.STRUCK]


def test_the_database_refuses_what_is_struck_without_a_reason(tables):
    row = Tally.objects.create(area_path=PLACE, n=3)
    with pytest.raises(IntegrityError), transaction.atomic():
        Tally.every.filter(pk=row.pk).update(struck_at=AT)


# --- areas -----------------------------------------------------------------------------------------------------------
def test_rows_of_a_neighbour_and_of_a_longer_number_stay_away(tables):
    for path in (PLACE, "140213", "14021", "140214", OTHER, "1402130530060"):
        Hazard.objects.create(area_path=path)
    seen = Hazard.objects.filter(queries.within([DISTRICT])).values_list("area_path", flat=True)
    assert sorted(seen) == ["140213", PLACE, "1402130530060"]
    assert Hazard.objects.filter(queries.within([DISTRICT, OTHER])).count() == 4
    assert not Hazard.objects.filter(queries.within([])).exists()
    assert Hazard.objects.filter(queries.within([""])).count() == 6


def test_the_areas_of_a_person_are_those_of_the_code(tables):
    Hazard.objects.create(area_path=PLACE)
    actor = Actor(id=UUID(int=1), name="", grants=(Grant("worker", frozenset({"x.read"}), PLACE),))
    assert Hazard.objects.filter(queries.within(actor.paths("x.read"))).exists()
    assert not Hazard.objects.filter(queries.within(actor.paths("x.write"))).exists()


# --- taking back -----------------------------------------------------------------------------------------------------
MINUTE, TICK = timedelta(minutes=1), timedelta(microseconds=1)


def test_ten_minutes_and_never_behind_the_end_of_the_window():
    assert rules.until(Done(AT)) == AT + 10 * MINUTE
    assert rules.until(Done(AT, closes=AT + 5 * MINUTE)) == AT + 5 * MINUTE
    assert rules.until(Done(AT, closes=AT + 60 * MINUTE)) == AT + 10 * MINUTE


@pytest.mark.parametrize(
    ("done", "after", "code"),
    [
        (None, MINUTE, R.HANDLED),
        (Done(AT, is_handled=True), MINUTE, R.HANDLED),
        (Done(AT), 10 * MINUTE - TICK, None),
        (Done(AT), 10 * MINUTE, R.UNDO_LATE),
        (Done(AT, by=BY.id), MINUTE, None),
        (Done(AT, by=UUID(int=1)), MINUTE, R.NOT_YOURS),
        (Done(AT, by=UUID(int=1), is_handled=True), MINUTE, R.HANDLED),
        (Done(AT, closes=AT + MINUTE), MINUTE, R.UNDO_LATE),
    ],
)
def test_when_an_act_is_taken_back(done, after, code):
    assert rules.refusal_to_take_back(done, by=BY.id, at=AT + after) == code


def test_where_there_is_a_button_to_withdraw_the_sentence_names_it():
    late = rules.refusal_to_take_back(Done(AT), by=None, at=AT + 10 * MINUTE, withdraws=True)
    assert late == R.UNDO_OVER and "请点撤回" in str(SENTENCES[late]) and "点撤回" not in str(SENTENCES[R.UNDO_LATE])


@pytest.fixture
def undoable(hazard, monkeypatch):
    """A hazard mended at AT by BY, which may be taken back on its page."""
    actions.move(hazard, Step.MENDED)
    done = {"now": Done(AT, by=BY.id)}

    def undo(row):
        actions.move(row, Step.FOUND, refused=R.HANDLED)

    one = Undoable(
        event=E.STRUCK,
        said="收下了。",
        label="撤回来",
        find=lambda request, pk: Hazard.objects.filter(pk=pk).first(),
        done=lambda row: done["now"] if row.state == Step.MENDED else None,
        undo=undo,
        url=lambda row: f"/hazards/{row.pk}/",
    )
    monkeypatch.setitem(queries.TAKEN_BACK._items, "patrol.mended", one)
    return hazard, done


def test_it_is_as_before_on_record_and_not_twice(undoable):
    row, _done = undoable
    other = Hazard.objects.get()
    actions.take_back(code="patrol.mended", row=row, by=BY, at=AT + MINUTE)
    assert Hazard.objects.get().state == Step.FOUND
    assert [act.event for act in history("patrol.hazard", row.pk)] == [E.STRUCK]
    with refused(R.HANDLED):
        actions.take_back(code="patrol.mended", row=Hazard.objects.get(), by=BY, at=AT + MINUTE)
    with refused(R.HANDLED):  # read before it was taken back in another tab
        actions.take_back(code="patrol.mended", row=other, by=BY, at=AT + MINUTE)
    assert len(history("patrol.hazard", row.pk)) == 1


def test_who_comes_after_somebody_acted_takes_nothing_back(undoable):
    row, done = undoable
    done["now"] = Done(AT, by=BY.id, is_handled=True)
    with refused(R.HANDLED):
        actions.take_back(code="patrol.mended", row=row, by=BY, at=AT + MINUTE)
    assert Hazard.objects.get().state == Step.MENDED and not history("patrol.hazard", row.pk)


def test_the_page_offers_it_with_the_minutes_that_are_left(undoable):
    row, _done = undoable
    found = queries.offer("patrol.mended", row, BY, AT + 3 * MINUTE + TICK)
    assert (found.key, found.label, found.until, found.minutes) == (row.pk, "撤回来", AT + 10 * MINUTE, 7)
    assert queries.offer("patrol.mended", row, BY, AT + 10 * MINUTE - TICK).minutes == 1
    assert queries.offer("patrol.mended", row, BY, AT + 10 * MINUTE) is None
    assert queries.offer("patrol.mended", row, Actor(id=UUID(int=1), name=""), AT + MINUTE) is None


def test_the_address_leads_back_and_knows_only_what_was_declared(undoable, client_as, it_is):
    row, done = undoable
    client, now = client_as("auditor"), it_is("2022-03-01 09:35")
    done["now"] = Done(now - MINUTE)
    assert client.post(f"/undo/patrol.mended/{UUID(int=9)}/").status_code == 404
    assert client.post(f"/undo/patrol.unknown/{row.pk}/").status_code == 404
    assert client.get(f"/undo/patrol.mended/{row.pk}/").status_code == 405
    answer = client.post(f"/undo/patrol.mended/{row.pk}/")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/hazards/{row.pk}/")
    assert client.post(f"/undo/patrol.mended/{row.pk}/").status_code == 409

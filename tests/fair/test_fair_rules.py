"""Rules of fairs: answers as people write them, tries, ranges, codes, closing and signing; no database."""

from datetime import timedelta
from itertools import pairwise
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanshe.core.kit.shanghai import at
from sanshe.fair.enums import Channel, DeskState, FairState, Lint, Mode, R, RiddleState, Twist, Verdict, WinState
from sanshe.fair.rules import book, desk, fair, play
from sanshe.fair.rules.answer import fixed_lengths, judge, plain
from sanshe.fair.story import acts
from sanshe.fair.types import Account, Line, Solution, Tally, Tried

NOW, STEP = at("2022-02-15 19:00"), timedelta(microseconds=1)
GAO, JAPAN = Solution("打一字", ("告",)), Solution("打一国名", ("日本",), Twist.SWING)
SEA, IDIOM = Solution("打一海名", ("地中海",), Twist.BLIND), Solution("打一成语", ("节节上升", "节节高升"))


@pytest.mark.parametrize(
    ("said", "solution", "verdict"),
    [
        ("告", GAO, Verdict.RIGHT),
        ("谜底是：告！", GAO, Verdict.RIGHT),
        ("《告》", GAO, Verdict.RIGHT),
        ("  告 ", GAO, Verdict.RIGHT),
        ("是告", GAO, Verdict.RIGHT),
        ("牛", GAO, Verdict.WRONG),
        ("告诉", GAO, Verdict.LENGTH),
        ("日本", JAPAN, Verdict.RIGHT),
        ("本日", JAPAN, Verdict.REREAD),
        ("法国", JAPAN, Verdict.WRONG),
        ("意大利", JAPAN, Verdict.WRONG),
        ("海中地", SEA, Verdict.REREAD),
        ("地中海", SEA, Verdict.RIGHT),
        ("節節高升", IDIOM, Verdict.RIGHT),
        ("一鸣惊人", IDIOM, Verdict.WRONG),
        ("升高", IDIOM, Verdict.LENGTH),
        ("春夏秋", Solution("打四字", ("春夏秋冬",)), Verdict.LENGTH),
        ("龍", Solution("打一生肖", ("龙",)), Verdict.RIGHT),
        ("１", Solution("打一字", ("一",)), Verdict.RIGHT),
        ("是", Solution("打一字", ("是",)), Verdict.RIGHT),
    ],
)
def test_an_answer_is_judged_as_people_write_it(said, solution, verdict):
    assert judge(said, solution) == verdict


@given(st.text(max_size=60))
def test_what_is_plain_stays_plain_and_is_right_for_itself(text):
    once = plain(text)
    assert plain("".join(once)) in (once, plain(once))
    if once and once == plain(once):
        assert judge(text, Solution("打一物", (text,))) == Verdict.RIGHT


def test_length_is_judged_only_where_the_hint_fixes_it():
    assert fixed_lengths("打一字", ["告"]) == {1} and fixed_lengths("打四字", []) == {4}
    assert fixed_lengths("打一成语", ["一鸣惊人", "五湖四海皆兄弟"]) == {4, 7}
    assert not fixed_lengths("打一物", ["红船"]) and not fixed_lengths("打一类人", ["志愿者"])


@pytest.mark.parametrize("name", ["evening.csv", "morning.csv"])
def test_every_answer_of_the_books_is_right_and_none_shows_itself(name):
    lines = book.parts_of(acts.book(name), 11)
    assert book.refusal_of_book(lines) is None
    twice = book.answered_twice(lines)
    for line in lines:
        solution = Solution(line.hint, (line.answer, *line.also), line.twist)
        assert all(judge(one, solution) == Verdict.RIGHT for one in solution.answers)
        assert book.refusal_of_line(line) is None and book.lint(line, twice) == []
        assert line.twist == Twist.PLAIN or judge(line.answer[::-1], solution) == Verdict.REREAD


def test_the_book_warns_of_what_shows_of_length_and_of_doubles():
    shows = Line(1, "高山上往下冲", "打一比赛", "高山滑雪", also=("下",))
    assert book.lint(shows, ()) == [Lint.SHOWS] and book.shown(shows) == "高山"
    assert book.lint(Line(1, "x", "打一字", "两个"), ()) == [Lint.LENGTH]
    assert book.lint(Line(1, "x", "打一成语", "三个字"), ()) == [Lint.LENGTH]
    both = [Line(1, "x", "打一物", "伞"), Line(2, "y", "打一物", "傘")]
    assert book.answered_twice(both) == {"伞"} and book.lint(both[1], {"伞"}) == [Lint.TWICE]


def test_a_book_has_its_texts_and_numbers_without_a_gap():
    assert book.refusal_of_line(Line(1, " ", "打一字", "告")) == R.NO_TEXT
    assert book.refusal_of_line(Line(1, "x", "", "告")) == R.NO_HINT
    assert book.refusal_of_line(Line(1, "x", "打一字", "！")) == R.NO_SOLUTION
    assert book.refusal_of_book([]) == R.BAD_LINE
    assert book.refusal_of_book([Line(1, "x", "y", "z"), Line(3, "x", "y", "z")]) == R.BAD_LINE
    waves = [one.wave for one in book.parts_of("\n".join(f"{n}\t\ta\tb\t\tc" for n in range(1, 24)), 11)]
    assert waves == [1] * 11 + [2] * 11 + [3] and all(a <= b for a, b in pairwise(waves))


def test_three_tries_twenty_seconds_apart():
    assert play.refusal_to_try(Tried(), at=NOW) is None
    last = Tried(2, NOW - play.COOL)
    assert play.refusal_to_try(last, at=NOW) is None and play.refusal_to_try(last, at=NOW - STEP) == R.WAIT
    assert play.seconds_left(last, NOW - timedelta(seconds=3, milliseconds=1)) == 4
    assert play.refusal_to_try(Tried(3, NOW - timedelta(days=1)), at=NOW) == R.NO_TRIES


def test_a_card_wins_so_many_and_a_riddle_is_answered_while_it_hangs():
    assert play.refusal_of_card(wins=2, per_card=3) is None and play.refusal_of_card(wins=3, per_card=3) == R.CARD_FULL
    said = {one: play.refusal_of_state(one) for one in RiddleState}
    assert [one for one, no in said.items() if no is None] == [RiddleState.HUNG]
    assert (said["held"], said["won"], said["sealed"]) == (R.TORN, R.WON, R.SEALED)
    assert play.refusal_by_phone(Mode.PAPER) == R.ONLY_AT_DESK and play.refusal_by_phone(Mode.MIXED) is None


def test_a_desk_has_a_range_a_keeper_and_codes_for_what_it_pays():
    assert (
        desk.refusal_of_range(45, 88, [(1, 44)]) is None and desk.refusal_of_range(44, 50, [(1, 44)]) == R.RANGE_TAKEN
    )
    assert desk.refusal_of_range(5, 4, []) == desk.refusal_of_range(0, 4, []) == R.RANGE_WRONG
    one, other = UUID(int=1), UUID(int=2)
    assert desk.refusal_of_keeper(keeper=one, state=DeskState.OPEN, by=one) is None
    assert desk.refusal_of_keeper(keeper=one, state=DeskState.OPEN, by=other) == R.NOT_YOUR_DESK
    assert desk.refusal_of_keeper(keeper=one, state=DeskState.PLANNED, by=one) == R.DESK_SHUT
    assert desk.refusal_of_number(45, first=1, last=44) == R.LEASED
    assert desk.refusal_to_look(RiddleState.HELD) is None and desk.refusal_to_look(RiddleState.SEALED) == R.SEALED
    assert desk.refusal_to_judge(RiddleState.HELD, is_looked_at=True) is None
    assert desk.refusal_to_judge(RiddleState.HELD, is_looked_at=False) == R.NOT_AT_DESK
    assert desk.refusal_to_judge(RiddleState.HUNG, is_looked_at=True) == R.NOT_AT_DESK
    assert desk.refusal_of_win(WinState.REDEEMED) == R.REDEEMED and desk.refusal_of_win(WinState.PENDING) is None
    assert desk.refusal_of_code(Channel.PHONE, code="0412", said=" 0412 ") is None
    assert desk.refusal_of_code(Channel.PHONE, code="0412", said="") == R.WRONG_CODE
    assert desk.refusal_of_code(Channel.DESK, code="0412", said="") is None


def test_a_fair_is_played_closed_and_signed_in_its_time():
    hours = {"opens_at": NOW, "closes_at": NOW + timedelta(hours=1)}
    assert fair.refusal_to_play(FairState.HUNG, **hours, at=NOW) is None
    assert fair.refusal_to_play(FairState.HUNG, **hours, at=NOW - STEP) == R.NOT_RUNNING
    assert fair.refusal_to_play(FairState.HUNG, **hours, at=hours["closes_at"]) == R.NOT_RUNNING
    assert fair.refusal_to_play(FairState.CLOSED, **hours, at=NOW) == R.NOT_RUNNING
    until = NOW + fair.AFTER
    assert fair.refusal_to_redeem(closes_at=NOW, at=until - STEP) is None
    assert fair.refusal_to_redeem(closes_at=NOW, at=until) == R.LAPSED
    assert fair.refusal_to_close(pending=0, closes_at=NOW, at=NOW) is None
    assert fair.refusal_to_close(pending=0, closes_at=NOW, at=NOW - STEP) == R.NOT_OVER
    assert fair.refusal_to_close(pending=1, closes_at=NOW, at=until - STEP) == R.PRIZES_WAIT
    assert fair.refusal_to_close(pending=1, closes_at=NOW, at=until) is None
    open_ones, even, short = {"rulings": 0, "uncounted": 0}, Account(2, 1, 0, 1, 1), Account(2, 1, 0, 1, 0)
    assert fair.refusal_to_sign(**open_ones, account=even, words="") is None
    assert fair.refusal_to_sign(**open_ones, account=short, words=" ") == R.NO_WORDS
    assert fair.refusal_to_sign(**open_ones, account=short, words="丢了一盏") is None
    assert fair.refusal_to_sign(rulings=1, uncounted=0, account=even, words="") == R.RULING_OPEN
    assert fair.refusal_to_sign(rulings=0, uncounted=1, account=even, words="") == R.NOT_COUNTED


@given(st.lists(st.tuples(*[st.integers(0, 50)] * 4, st.none() | st.integers(0, 50)), max_size=5))
def test_differences_add_up_when_everything_is_counted(parts):
    accounts = [Account(*one) for one in parts]
    whole = sum(accounts, start=Account(0, 0, 0, 0, 0))
    if all(one.counted is not None for one in accounts):
        assert whole.difference == sum(one.difference for one in accounts)
    assert whole.given == sum(one.given for one in accounts)


def test_a_tally_is_what_hangs_or_hung():
    found = Tally.of({"hung": 41, "held": 6, "won": 41, "draft": 3})
    assert (found.whole, found.waiting) == (88, 3)

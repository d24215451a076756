"""Acts of fairs: the rule stands still, a riddle is won once, a prize is given once, two people rule and sign."""

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.accounts.queries import HANDINGS
from sanshe.core.areas.queries import open_matters
from sanshe.core.audit.models import AuditEvent
from sanshe.core.codes.queries import newest
from sanshe.core.kit.access import NOBODY
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.rows.enums import R as Rows
from sanshe.fair import actions
from sanshe.fair.enums import E, GoodKind, Mode, R, Verdict
from sanshe.fair.models import Award, Card, Desk, Riddle, Ruling, Stock, Try, TurnedAway, Win
from sanshe.fair.queries import fairs as queries
from sanshe.fair.queries.play import SLIP, drafts, owed
from tests.fair import world
from tests.fair.world import CLOSES, OPENS, answers, card, desk, hung, planned, riddle, stock

pytestmark = pytest.mark.django_db
EVENING, LATE = at("2022-02-15 18:40"), at("2022-02-15 20:31")


@pytest.fixture
def people():
    return world.settle()


def refused(act, *given, **more):
    with pytest.raises(Refused) as no, transaction.atomic():
        act(*given, **more)
    return no.value.code


def facts(act, *given, **more):
    with pytest.raises(Refused) as no, transaction.atomic():
        act(*given, **more)
    return no.value.facts


def open_ones():
    return [one.code for one, _n in open_matters(world.STREET, LATE)]


def at_desk(people, number, card_number, name="彩灯", when=EVENING):
    place, key = (1, "wu") if number < 3 else (2, "yue")
    actions.look(desk=desk(place), number=number, by=people[key], at=when)
    said = {"desk": desk(place), "riddle": riddle(number), "card": card(card_number), "by": people[key], "at": when}
    return actions.won(**said, stock=stock(place, name) if name else None)


def test_the_rule_and_the_prizes_stand_still_once_a_slip_hangs(people):
    row, by = planned(people), {"by": people["wu"], "at": EVENING}
    actions.change_rule(fair=row, rule=world.rule(per_card=3), **by)
    said = {"fair": row, "name": "灯", "unit": "盏", "kind": GoodKind.PRIZE}
    assert refused(actions.add_good, **{**said, "name": "彩灯"}, **by) == R.GOOD_THERE
    assert refused(actions.add_good, **{**said, "name": " "}, **by) == R.NO_NAME
    row = world.fair()
    said["fair"] = row
    assert refused(actions.hang, fair=row, wave=1, **by) == R.NOT_CHECKED
    actions.check(fair=row, riddles=drafts(row), by=people["yue"], at=EVENING)
    assert refused(actions.hang, fair=row, wave=1, **by) == R.NOT_PRINTED
    actions.print_slips(fair=row, **by)
    actions.hang(fair=row, wave=1, **by)
    assert refused(actions.change_rule, fair=row, rule=world.rule(), **by) == R.RULE_FROZEN
    assert refused(actions.add_good, **said, **by) == R.RULE_FROZEN
    actions.add_good(fair=row, name="礼品", unit="份", kind=GoodKind.GIFT, **by)
    assert refused(actions.enter_book, fair=row, lines=world.BOOK, **by) == R.RULE_FROZEN
    assert refused(actions.hang, fair=row, wave=1, **by) == R.NOTHING_TO_HANG
    assert refused(actions.hang, fair=row, wave=2, by=people["wu"], at=CLOSES) == R.NOT_RUNNING


def test_who_wrote_a_riddle_does_not_check_it_and_a_changed_one_is_checked_again(people):
    row = planned(people)
    assert refused(actions.check, fair=row, riddles=drafts(row), by=people["wu"], at=OPENS) == Rows.SAME_PERSON
    actions.check(fair=row, riddles=drafts(row), by=people["yue"], at=OPENS)
    assert refused(actions.check, fair=row, riddles=drafts(row), by=people["yue"], at=OPENS) == R.NO_RIDDLE
    line = world.BOOK[0].__class__(1, "一口咬掉牛尾巴", "打一字", "告", gloss="牛去尾")
    actions.change_riddle(riddle=riddle(1), line=line, by=people["yue"], at=OPENS)
    assert (riddle(1).state, riddle(1).checked_by) == ("draft", None)
    assert refused(actions.check, fair=row, riddles=drafts(row), by=people["yue"], at=OPENS) == Rows.SAME_PERSON
    assert refused(actions.enter_book, fair=row, lines=world.BOOK, by=people["wu"], at=OPENS) == R.BOOK_THERE


def test_ranges_do_not_touch_and_a_desk_is_kept_by_who_works_there(people):
    row, by = planned(people), {"by": people["wu"], "at": OPENS}
    ren = people["ren"].id
    said = {"fair": row, "first": 5, "last": 6, "keeper": people["wu"].id}
    assert refused(actions.plan_desk, **{**said, "fair": world.fair(), "first": 4}, **by) == R.RANGE_TAKEN
    assert refused(actions.plan_desk, **{**said, "fair": world.fair(), "last": 4}, **by) == R.RANGE_WRONG
    assert refused(actions.plan_desk, **{**said, "fair": world.fair(), "keeper": ren}, **by) == R.NOT_A_KEEPER
    good = stock(1).good
    assert refused(actions.bring, good=good, desk=desk(1), brought=1, **by) == R.GOOD_THERE
    assert refused(actions.bring, good=good, desk=None, brought=0, **by) == R.BAD_AMOUNT
    actions.bring(good=good, desk=None, brought=2, **by)
    assert refused(actions.bring, good=good, desk=None, brought=2, **by) == R.GOOD_THERE
    assert refused(actions.open_desk, desk=desk(1), by=people["yue"], at=OPENS) == R.NOT_YOUR_DESK
    actions.open_desk(desk=desk(1), **by)
    assert refused(actions.bring, good=good, desk=desk(1), brought=1, **by) == R.DESK_SHUT
    assert refused(actions.hang, fair=row, wave=1, **by) == R.NOT_CHECKED


def test_without_a_desk_for_it_a_riddle_does_not_hang(people):
    row = planned(people)
    actions.check(fair=row, riddles=drafts(row), by=people["yue"], at=OPENS)
    actions.print_slips(fair=row, by=people["wu"], at=OPENS)
    Stock.objects.filter(desk__number=2).delete()
    Desk.objects.filter(number=2).delete()
    assert facts(actions.hang, fair=row, wave=1, by=people["wu"], at=OPENS) == {"n": 3}


def test_each_slip_has_one_code_and_a_new_one_makes_the_old_one_void(people):
    row = hung(people)
    assert actions.print_slips(fair=row, by=people["wu"], at=OPENS) == 0
    old = newest(SLIP, riddle(1).pk)
    assert refused(actions.reprint, riddle=riddle(1), reason=" ", by=people["wu"], at=OPENS) == R.NO_REASON
    new = actions.reprint(riddle=riddle(1), reason="刮破了", by=people["wu"], at=OPENS)
    old.refresh_from_db()
    assert (old.state, new.state) == ("replaced", "valid")


def test_an_answer_counts_tries_and_waits_and_a_card_is_full(people):
    hung(people)
    assert answers(2, 1, "本日").verdict == Verdict.REREAD
    assert answers(1, 1, "两个").verdict == Verdict.LENGTH
    assert answers(1, 1, "牛", "2022-02-15 18:41:00").verdict == Verdict.WRONG
    assert facts(answers, 1, 1, "马", "2022-02-15 18:41:05") == {"s": 15}
    assert answers(1, 1, "马", "2022-02-15 18:41:20").ordinal == 2
    assert answers(1, 1, "羊", "2022-02-15 18:42").ordinal == 3
    assert refused(answers, 1, 1, "告", "2022-02-15 19:42") == R.NO_TRIES
    assert refused(answers, 1, 2, "  ！") == R.NO_ANSWER
    assert answers(1, 2, "告").verdict == Verdict.RIGHT
    assert refused(answers, 1, 3, "告") == R.WON
    answers(2, 2, "日本")
    assert facts(answers, 3, 2, "狗") == {"n": 2}
    assert Try.objects.count() == 7 and Try.objects.filter(ordinal__isnull=False).count() == 3
    assert refused(answers, 3, 4, "狗", "2022-02-15 20:30") == R.NOT_RUNNING
    said = AuditEvent.objects.filter(event=E.ANSWERED).values_list("new", flat=True)
    assert len(said) == 7 and all("said" not in one for one in said)


def test_a_paper_fair_is_not_answered_by_telephone_and_a_telephone_fair_is_not_torn(people):
    hung(people, mode=Mode.PAPER)
    assert refused(answers, 1, 1, "告") == R.ONLY_AT_DESK
    won = at_desk(people, 1, 1)
    assert (won.channel, won.awards.get().channel) == ("paper", "paper")
    Riddle.objects.get(number=2).fair.__class__.objects.update(mode=Mode.PHONE)
    assert refused(actions.tear, riddle=riddle(2), by=NOBODY, at=EVENING) == R.NOT_TORN


def test_what_is_torn_off_is_answered_by_nobody_else(people):
    hung(people)
    actions.tear(riddle=riddle(1), by=NOBODY, at=EVENING)
    assert refused(answers, 1, 1, "告") == R.TORN
    assert refused(actions.tear, riddle=riddle(1), by=NOBODY, at=EVENING) == R.TORN
    by = {"by": people["wu"], "at": EVENING}
    said = {"desk": desk(1), "riddle": riddle(1), "card": card(1)}
    assert refused(actions.won, **said, stock=None, **by) == R.NOT_AT_DESK
    actions.look(desk=desk(1), number=1, **by)
    actions.wrong(**{**said, "riddle": riddle(1)}, **by)
    assert (riddle(1).state, riddle(1).looked_at) == ("hung", None)
    assert Try.objects.get().ordinal == 1
    assert refused(actions.put_back, desk=desk(1), riddle=riddle(1), **by) == R.NOT_AT_DESK
    assert AuditEvent.objects.filter(event=E.LOOKED).count() == 1


def test_a_riddle_is_won_once(people):
    hung(people)
    assert answers(1, 1, "告").win.ordinal == 1


def test_a_card_is_counted_once(people):
    hung(people, per_card=1)
    assert answers(1, 1, "告").win.place == 1


def test_a_stock_gives_what_it_has(people):
    hung(people)
    assert at_desk(people, 1, 1).awards.get().stock.good.name == "彩灯"


def test_of_two_prizes_one_is_left_the_second_is_refused_and_nothing_of_it_stays(people):
    hung(people)
    at_desk(people, 1, 1)
    actions.look(desk=desk(1), number=2, by=people["wu"], at=EVENING)
    said = {"desk": desk(1), "riddle": riddle(2), "card": card(2), "by": people["wu"], "at": EVENING}
    assert refused(actions.won, **said, stock=stock(1)) == R.NO_STOCK
    assert (Win.objects.count(), Award.objects.count(), stock(1).left, card(2).wins) == (1, 1, 0, 0)
    actions.won(**{**said, "riddle": riddle(2)}, stock=stock(1, "元宵"))
    assert stock(1, "元宵").left == 1


def test_a_prize_is_handed_out_once_to_who_has_the_code_and_in_time(people):
    hung(people)
    won = answers(3, 4, "狗").win
    said = {"desk": desk(2), "win": won, "stock": stock(2), "by": people["yue"], "at": EVENING}
    assert refused(actions.hand_out, **said, code="") == R.WRONG_CODE
    assert facts(actions.hand_out, **{**said, "at": at("2022-02-15 21:00")}, code=won.code) == {"time": "21:00"}
    assert refused(actions.hand_out, **{**said, "by": people["wu"]}, code=won.code) == R.NOT_YOUR_DESK
    stale = Win.objects.select_related("riddle").get()
    actions.hand_out(**{**said, "at": at("2022-02-15 20:59")}, code=won.code)
    assert refused(actions.hand_out, **{**said, "win": Win.objects.get()}, code=won.code) == R.REDEEMED
    assert refused(actions.hand_out, **{**said, "win": stale}, code=won.code) == R.REDEEMED_JUST_NOW
    assert (Award.objects.count(), stock(2).left) == (1, 0)
    with pytest.raises(IntegrityError), transaction.atomic():
        Award.objects.create(win=stale, stock=stock(2), area_path=world.HERE, channel="desk", handed_at=EVENING)


def test_who_is_sent_away_is_written_down_although_the_look_is_refused(people):
    hung(people)
    at_desk(people, 1, 1)
    by = {"by": people["wu"], "at": at("2022-02-15 19:37")}
    for number, said in ((1, {"time": "18:40"}), (3, {"lo": 3, "hi": 4, "desk": 2})):
        with pytest.raises(Refused) as no:
            actions.look(desk=desk(1), number=number, **by)
        assert no.value.facts == said
    assert list(TurnedAway.objects.order_by("number").values_list("code", flat=True)) == [R.REDEEMED, R.LEASED]
    with pytest.raises(Refused) as no:
        actions.look(desk=desk(1), number=77, **by)
    assert no.value.code == R.NO_RIDDLE and TurnedAway.objects.count() == 2


def test_a_sealed_riddle_is_won_by_nobody_and_its_slip_says_so(people):
    hung(people)
    said = {"desk": desk(1), "riddle": riddle(1), "by": people["wu"], "at": EVENING}
    assert refused(actions.seal, **said, reason="") == R.NO_REASON
    actions.seal(**said, reason="喊出来了")
    assert refused(answers, 1, 1, "告") == R.SEALED
    assert newest(SLIP, riddle(1).pk).state == "ended"


def test_an_answer_accepted_by_two_makes_the_earliest_right(people):
    hung(people)
    answers(3, 1, "猫", "2022-02-15 18:40:00")
    first, second = (answers(3, n, "犬", when) for n, when in ((2, "2022-02-15 18:41:00"), (3, "2022-02-15 18:42:00")))
    said = {"riddle": riddle(3), "by": people["yue"], "at": at("2022-02-15 18:50")}
    assert refused(actions.ask_answer, **said, answer="狗！", reason="x") == R.ANSWER_THERE
    assert refused(actions.ask_answer, **said, answer="犬", reason="") == R.NO_REASON
    ruling = actions.ask_answer(**said, answer="犬", reason="书面就写犬")
    assert refused(actions.ask_answer, **said, answer="汪", reason="x") == R.RULING_OPEN
    assert refused(actions.agree, ruling=ruling, by=people["yue"], at=EVENING) == Rows.SAME_PERSON
    actions.agree(ruling=ruling, by=people["wu"], at=at("2022-02-15 18:51"))
    won = Win.objects.get()
    assert (won.card.number, won.channel, won.answered_id) == (2, "phone", first.pk)
    second.refresh_from_db()
    assert second.verdict == Verdict.WRONG and riddle(3).also == ["犬"] and owed(ruling) is None
    assert refused(actions.make_good, ruling=ruling, stock=stock(2), by=people["wu"], at=EVENING) == R.NOTHING_OWED


def test_whoever_has_the_prize_keeps_it_and_the_earlier_one_is_given_one_too(people):
    hung(people)
    answers(3, 2, "犬", "2022-02-15 18:40:00")
    at_desk(people, 3, 5, when=at("2022-02-15 18:45"))
    asked = actions.ask_answer(riddle=riddle(3), answer="犬", reason="也对", by=people["yue"], at=EVENING)
    ruling = Ruling.objects.select_related("riddle__fair").get(pk=asked.pk)
    actions.agree(ruling=ruling, by=people["wu"], at=at("2022-02-15 18:51"))
    assert Win.objects.get().card.number == 5 and owed(ruling).card.number == 2
    award = actions.make_good(ruling=ruling, stock=stock(2, "元宵"), by=people["wu"], at=EVENING)
    assert award.win is None and owed(ruling) is None and queries.wins(riddle(3).fair).count() == 1


def test_a_prize_taken_back_by_two_is_there_again_and_its_win_waits(people):
    hung(people)
    won = at_desk(people, 1, 1)
    said = {"win": won, "reason": "该发元宵", "is_returned": True, "by": people["wu"], "at": EVENING}
    ruling = actions.ask_void(**said)
    actions.refuse(ruling=ruling, words="没有错", by=people["yue"], at=EVENING)
    again = actions.ask_void(**said)
    actions.agree(ruling=again, by=people["yue"], at=EVENING)
    assert (Win.objects.get().state, stock(1).left) == ("pending", 1)
    won = Win.objects.select_related("riddle").get()
    actions.hand_out(desk=desk(1), win=won, stock=stock(1, "元宵"), by=people["wu"], at=EVENING)
    whole = queries.account_of(won.riddle.fair)
    assert (whole.issued, whole.returned, whole.given, whole.difference) == (2, 1, 1, 0)
    assert refused(actions.ask_void, **{**said, "win": answers(3, 4, "狗").win}) == R.NOT_HANDED


def test_a_fair_is_closed_counted_and_signed_by_two_people(people):
    row = hung(people)
    answers(3, 4, "狗")
    by = {"by": people["wu"], "at": LATE}
    assert "fair.fairs" in open_ones()
    assert refused(actions.close_fair, fair=row, by=people["wu"], at=EVENING) == R.NOT_OVER
    assert refused(actions.close_fair, fair=row, **by) == R.PRIZES_WAIT
    assert refused(actions.count_stock, stock=stock(1), counted=1, **by) == R.NOT_OVER
    actions.close_fair(fair=row, volunteers=8, hours=44, by=people["wu"], at=at("2022-02-15 21:00"))
    assert (row.sign_on.isoformat(), Win.objects.get().state) == ("2022-02-22", "lapsed")
    assert sorted(Riddle.objects.values_list("state", flat=True)) == ["expired"] * 3 + ["won"]
    assert refused(answers, 1, 1, "告") == R.NOT_RUNNING
    assert refused(actions.sign, fair=row, **by) == R.NOT_COUNTED
    for one in queries.stocks(row):
        actions.count_stock(stock=one, counted=one.left, **by)
    assert refused(actions.sign, fair=row, by=people["gao"], at=LATE) == R.NOT_A_KEEPER
    actions.sign(fair=row, **by)
    assert refused(actions.count_stock, stock=stock(1), counted=0, **by) == R.ACCOUNT_SIGNED
    assert refused(actions.countersign, fair=row, **by) == Rows.SAME_PERSON
    actions.countersign(fair=row, by=people["gao"], at=at("2022-02-22 17:30"))
    assert row.state == "countersigned" and "fair.fairs" not in open_ones()


def test_cards_and_answers_are_forgotten_thirty_days_behind_the_account(people):
    test_a_fair_is_closed_counted_and_signed_by_two_people(people)
    token = card(4).token
    assert actions.forget(at=at("2022-03-24 17:29:59")) == 0
    assert actions.forget(at=at("2022-03-24 17:30")) == 1
    assert Try.objects.get().said == "" and card(4).token != token and Win.objects.count() == 1
    assert actions.forget(at=at("2022-03-25 17:30")) == 0


def test_a_lost_card_keeps_its_wins_under_a_new_token(people):
    row = hung(people)
    answers(1, 1, "告")
    old = card(1).token
    new = actions.renew_card(card=card(1), by=people["wu"], at=EVENING)
    assert new.token != old and (new.number, new.wins) == (1, 1)
    assert refused(actions.make_cards, fair=row, n=0, by=people["wu"], at=EVENING) == R.BAD_AMOUNT
    assert [one.number for one in actions.make_cards(fair=row, n=2, by=people["wu"], at=EVENING)] == [11, 12]
    assert Card.objects.count() == 12


def test_a_desk_goes_to_another_keeper_and_nobody_else(people):
    hung(people)
    handing = HANDINGS["fair.desk"]
    (matter,) = handing.held(people["wu"].id, EVENING)
    said = {"key": matter.key, "person": people["wu"].id, "by": people["gao"], "at": EVENING}
    assert refused(handing.hand_over, **said, to=people["ren"]) == R.NOT_A_KEEPER
    handing.hand_over(**said, to=people["yue"])
    assert (desk(1).keeper, desk(1).epoch) == (people["yue"].id, 2)
    assert handing.held(people["wu"].id, EVENING) == []
    assert refused(actions.put_back, desk=desk(1), riddle=riddle(1), by=people["wu"], at=EVENING) == R.NOT_YOUR_DESK


def test_figures_are_counted_of_each_fair_that_hung(people):
    planned(people)
    assert queries.figures("140213", EVENING) == {}
    Riddle.objects.all().delete()

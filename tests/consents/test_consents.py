"""Consents: asked once a week, answered on one's own telephone or on paper, taken back with what rested on them."""

from datetime import date, timedelta

import pytest

from sanshe.core.audit.models import AuditEvent
from sanshe.core.consents import actions, queries
from sanshe.core.consents.enums import Capacity, Medium, R, State
from sanshe.core.consents.models import Consent, ConsentRequest
from sanshe.core.consents.types import Answer, Ended
from sanshe.core.files import actions as files
from sanshe.core.files.enums import Kind
from sanshe.core.kit.access import NOBODY, Grant
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.notices.models import Message
from sanshe.core.signing.queries import chain_of, check
from sanshe.core.tracking.queries import index_of
from tests.consents import world
from tests.consents.world import HERE, KEY, KIND, NOW, PHONE, PHOTO, TEXT, answer, ask

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def taken(monkeypatch):
    return world.settle(monkeypatch)


def refused(act, *given, **more):
    with pytest.raises(Refused) as no:
        act(*given, **more)
    return no.value.code, no.value.facts.get("date")


def states(row):
    return dict(row.consents.values_list("medium", "state"))


def held(when=NOW):
    return {medium for _who, medium in queries.given(KIND, KEY, when)}


def test_who_is_asked_gets_a_number_and_finds_it_by_four_digits():
    row = ask()
    assert row.number == "授-220217-001"
    told = Message.objects.get(channel="sms")
    assert "文字、照片" in told.text and row.number in told.text and "郭" not in told.text
    assert queries.found_by(index_of(row.number, "6630")) == [row.pk]
    assert queries.found_by(index_of(row.number, "6631")) == []
    assert ask(phone="13800007777").number == "授-220217-002"


def test_each_medium_is_answered_apart_and_a_yes_is_signed():
    row = ask()
    answer(row, (TEXT,), (PHOTO,))
    assert states(row) == {TEXT: State.GIVEN, PHOTO: State.DECLINED}
    assert held() == {TEXT}
    one = row.consents.get(medium=TEXT)
    assert (one.ends_on, one.signature.keep_until) == (date(2023, 2, 16), date(2026, 2, 16))
    assert "不同意使用我的：照片" in one.signature.text.content
    assert check(chain_of(KIND, KEY)).holds
    record = "".join(AuditEvent.objects.values_list("new", flat=True))
    assert "郭宝山" not in record and PHONE not in record


def test_a_no_needs_no_code_and_an_answer_is_given_once():
    row = ask()
    answer(row, (), (TEXT,))
    assert states(row) == {TEXT: State.DECLINED, PHOTO: State.ASKED}
    assert not Message.objects.filter(template="signing.code").exists()
    assert refused(answer, row, (TEXT,)) == (R.NO_ANSWER, "2月25日")
    answer(row, (PHOTO,))
    assert held() == {PHOTO}


def test_a_code_for_one_answer_signs_no_other():
    row = ask()
    said = {"request": row, "device": "d", "at": NOW, "real": NOW}
    actions.send_code(answer=Answer((TEXT,), (PHOTO,)), **said)
    both = Answer((TEXT, PHOTO))
    with pytest.raises(Refused):
        actions.answer_own(answer=both, code=world.last_code(), by=NOBODY, **said)
    assert held() == set()


def test_no_answer_by_the_day_is_no():
    row = ask()
    last = at("2022-02-26 00:00")
    tick = timedelta(microseconds=1)
    assert refused(answer, row, when=last) == (R.ANSWER_OVER, "2月25日")
    answer(row, when=last - tick)
    assert held(last) == {TEXT}


def test_one_is_asked_again_after_a_week_and_the_question_before_gives_way():
    first = ask()
    assert refused(ask, PHOTO, when=at("2022-02-23 23:59"), answer_by=date(2022, 3, 4)) == (R.ASKED_LATELY, "2月17日")
    ask(Medium.VOICE, when=at("2022-02-18 10:00"))
    second = ask(PHOTO, when=at("2022-02-24 00:00"), answer_by=date(2022, 3, 4))
    assert states(first) == {TEXT: State.ASKED, PHOTO: State.REPLACED}
    answer(second, (PHOTO,), when=at("2022-03-01 10:00"))
    assert refused(ask, PHOTO, when=at("2022-05-01 10:00"), answer_by=date(2022, 6, 1)) == (R.STANDS, "2月28日")


def test_five_working_days_to_think_and_nobodys_manager(user_as):
    assert refused(ask, answer_by=date(2022, 2, 23)) == (R.DAY_TOO_SOON, "2月24日")
    assert ask(answer_by=date(2022, 2, 24)).answer_by == date(2022, 2, 24)
    worker = user_as("community_worker", HERE)
    worker.phone = "13900001111"
    worker.save()
    above = world.editor()
    boss = type(above)(above.id, above.name, True, (Grant("subdistrict_manager", frozenset(), "140213053"),))
    assert refused(ask, phone="13900001111", by=boss)[0] == R.MANAGER_ASKS
    other = type(above)(above.id, above.name, True, (Grant("subdistrict_manager", frozenset(), "140213059"),))
    assert ask(phone="13900001111", by=other)


def scan():
    return files.keep_made(data=b"%PDF-1.4 1", kind=Kind.PDF, name="授权书.pdf", **world.EARLY)


def test_on_paper_a_yes_has_a_witness_and_a_scan():
    row = ask()
    said = {"request": row, "answer": Answer((TEXT,), (PHOTO,)), "by": world.editor(), "at": NOW}
    assert refused(actions.answer_on_paper, witness="", scan=scan(), **said)[0] == R.NO_PAPER
    assert refused(actions.answer_on_paper, witness="常丽", scan=None, **said)[0] == R.NO_PAPER
    actions.answer_on_paper(witness="常丽", scan=scan(), **said)
    assert (held(), row.consents.get(medium=TEXT).signature.grade) == ({TEXT}, "witnessed")


def test_a_child_answers_with_a_guardian_on_paper_and_kin_sign_for_the_dead():
    child = ask(capacity=Capacity.WITH_GUARDIAN, guardian="郭母")
    assert refused(answer, child)[0] == R.ON_PAPER
    kin = ask(phone="13800002222", capacity=Capacity.KIN, guardian="郭女")
    answer(kin)
    assert kin.consents.get(medium=TEXT).signature.name == "郭女"


def test_taken_back_what_rested_on_it_goes_at_once(taken):
    row = ask()
    answer(row, (TEXT, PHOTO))
    actions.withdraw(consent=row.consents.get(medium=TEXT), by=NOBODY, at=NOW)
    assert taken == [Ended(KIND, KEY, row.person, TEXT, "灯的那一户")]
    assert held() == {PHOTO}
    assert refused(actions.withdraw, consent=row.consents.get(medium=TEXT), by=NOBODY, at=NOW)[0] == R.NOT_GIVEN
    other = row.consents.select_related("request").get(medium=PHOTO)
    assert refused(actions.withdraw, consent=other, by=world.editor(), at=NOW)[0] == R.NO_HOW
    actions.withdraw(consent=other, how="本人到窗口", by=world.editor(), at=NOW)
    assert held() == set() and len(taken) == 2


def test_what_cannot_be_taken_away_is_not_taken_back(monkeypatch):
    row = ask()
    answer(row)

    def fails(gone, by, when):
        raise RuntimeError

    use = queries.USES[KIND]
    monkeypatch.setitem(queries.USES._items, KIND, type(use)(use.label, use.find, fails))
    with pytest.raises(RuntimeError):
        actions.withdraw(consent=row.consents.get(medium=TEXT), by=NOBODY, at=NOW)
    assert held() == {TEXT}


def test_each_night_what_ran_out_is_closed_and_taken_away(taken):
    row = ask()
    answer(row)
    assert actions.expire_over(at=at("2023-02-16 23:59")) == 0
    assert held(at("2023-02-17 00:00")) == set()
    assert (actions.expire_over(at=at("2023-02-17 01:00")), actions.expire_over(at=at("2023-02-17 01:00"))) == (1, 0)
    assert (len(taken), states(row)[TEXT]) == (1, State.EXPIRED)


def test_names_of_guardians_go_three_years_after_the_term():
    kin = ask(capacity=Capacity.KIN, guardian="郭女")
    answer(kin)
    assert actions.forget_over(at("2026-02-16 10:00")) == 0
    assert actions.forget_over(at("2026-02-17 10:00")) == 1
    kin.refresh_from_db()
    assert (kin.guardian, actions.forget_over(at("2026-02-18 10:00"))) == ("", 0)


def test_persons_are_kept_while_a_request_waits_or_holds():
    row = ask()
    assert queries.ids_still_named([row.person]) == {row.person}
    answer(row, (), (TEXT, PHOTO))
    assert queries.ids_still_named([row.person]) == set()


def test_requests_of_another_district_are_missing():
    row = ask()
    one = row.consents.first()
    elsewhere = world.editor("140214")
    assert (queries.request(elsewhere, row.pk), queries.consent(elsewhere, one.pk)) == (None, None)
    assert queries.matter(elsewhere, KIND, KEY) is None
    assert queries.matter(world.editor(), KIND, KEY) == world.POSTER
    assert (ConsentRequest.objects.count(), Consent.objects.count()) == (1, 2)

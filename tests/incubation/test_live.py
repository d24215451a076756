"""The live session: what a screen costs, what a device may say, who is waited for, what is corrected."""

from contextlib import contextmanager
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanshe.core.accounts.queries import actor_for, user_by_login
from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.decision import tabulation
from sanshe.incubation.actions.panel import change, session
from sanshe.incubation.actions.panel.panel import decide_recusal
from sanshe.incubation.actions.panel.score import bar_recused
from sanshe.incubation.enums.decision.tabulation import TabulationRule
from sanshe.incubation.enums.panel.panel import RelationDecision
from sanshe.incubation.enums.panel.session import Phase
from sanshe.incubation.models import Batch, Panelist, Relation, Sheet, SheetChange, SheetClash, Slot
from sanshe.incubation.papers import minutes_doc, order_doc
from sanshe.incubation.queries.decision.decision import unseen
from sanshe.incubation.queries.decision.proof import contents
from sanshe.incubation.queries.panel import change as change_queries
from sanshe.incubation.queries.panel import panel, score
from sanshe.incubation.queries.panel.session import pads_version, stage

pytestmark = pytest.mark.django_db
AT = datetime(2022, 1, 14, 1, tzinfo=UTC)
PART = {"X-Part": "1"}


@pytest.fixture
def batch(office):
    return Batch.objects.get(no=3)


@pytest.fixture
def by():
    return lambda key: actor_for(user_by_login(key), AT)


@pytest.fixture
def comes(office, client_of, it_is):
    it_is("2022-01-14 09:10")
    return lambda key: client_of(user_by_login(key))


@pytest.fixture
def began(batch, by):
    """All are here and the first number presents."""
    for member in Panelist.objects.filter(panel__batch=batch):
        session.arrive(panelist=member, by=by("liang"), at=AT)
    session.start(batch=batch, by=by("p0"), at=AT)
    return call(batch, by)


def call(batch, by, at=AT):
    session.call_next(batch=batch, by=by("p0"), at=at)
    session.begin(batch=batch, by=by("p0"), at=at)
    return Slot.objects.get(panel__batch=batch, state="presenting")


def call_until(batch, by, wanted):
    """Turn by turn until this one is on stage."""
    while not wanted(slot := Slot.objects.select_related("application").get(state="presenting")):
        session.finish(batch=batch, by=by("p0"), at=AT)
        call(batch, by)
    return slot


@pytest.fixture
def shut(office, batch, began, by):
    """The turn of the applicant from which p1 is recused."""
    return call_until(batch, by, lambda slot: slot.application.name == office["recused_from"])


def url(batch, path):
    return f"/incubation/batches/{batch.pk}/{path}"


def send(who, batch, slot, act="save", mark=15, **more):
    said = {"sheet": str(uuid4()), "comment": "", "act": act, **{f"mark-{no}": str(mark) for no in range(1, 6)}, **more}
    where = url(batch, f"pad/{slot.application_id}/device/")
    return who.post(where, said, content_type="application/json")


@contextmanager
def queries():
    with CaptureQueriesContext(
        connection,
    ) as seen:
        yield seen


@pytest.mark.parametrize(("key", "page"), [("liang", "session/"), ("p0", "session/"), ("p2", "pad/")])
def test_nothing_new_costs_the_session_and_one_version(batch, began, comes, key, page):
    who = comes(key)
    first = who.get(url(batch, page), headers=PART)
    with queries() as seen:
        answer = who.get(url(batch, page), headers={**PART, "If-None-Match": first["ETag"]})
    assert (answer.status_code, len(seen), answer.content) == (304, 2, b"")


def test_a_tag_is_good_for_nobody_else_and_not_after_signing_out(batch, began, comes):
    liang = comes("liang")
    tag = liang.get(url(batch, "session/"), headers=PART)["ETag"]
    assert comes("p2").get(url(batch, "session/"), headers={**PART, "If-None-Match": tag}).status_code == 200
    liang.session.flush()
    assert liang.get(url(batch, "session/"), headers={**PART, "If-None-Match": tag}).status_code != 304


def test_a_member_recused_cannot_count_seals_by_looking_for_news(batch, began, comes):
    tags = {}
    for key, page in (("p1", "pad/"), ("liang", "session/")):
        tags[key] = comes(key)
        tags[key].tag = tags[key].get(url(batch, page), headers=PART)["ETag"]
    send(comes("p0"), batch, began, act="seal")
    codes = [tags[key].get(url(batch, page), headers={**PART, "If-None-Match": tags[key].tag}).status_code
             for key, page in (("p1", "pad/"), ("liang", "session/"))]  # fmt: skip
    assert codes == [304, 200]


def test_the_screen_is_blank_for_who_is_recused(batch, shut, comes):
    han = comes("p1")
    first = han.get(url(batch, "session/"), headers=PART)
    text = first.content.decode()
    assert shut.application.name not in text and "这一家您回避" in text and '<li class="run' not in text
    send(comes("p0"), batch, shut, act="seal")
    assert han.get(url(batch, "session/"), headers={**PART, "If-None-Match": first["ETag"]}).status_code == 304


@pytest.mark.parametrize("key", ["p0", "p1"])
def test_who_is_not_recused_from_the_one_on_stage_sees_each_seal_at_once(office, batch, began, by, comes, key):
    slot = call_until(batch, by, lambda slot: slot.application.name != office["recused_from"])
    who = comes(key)
    send(who, batch, slot)
    tag = who.get(url(batch, "session/"), headers=PART)["ETag"]
    send(comes("p2"), batch, slot, act="seal")
    assert who.get(url(batch, "session/"), headers={**PART, "If-None-Match": tag}).status_code == 200


def test_nobody_waits_for_who_is_recused(batch, shut, comes):
    before = stage(batch, AT)
    assert (before.waited_for, before.due, before.sealed) == (["侯建平", "靳海燕"], 2, 0)
    assert {seat.name: seat.state for seat in before.seats} == {"侯建平": "run", "韩文静": "off", "靳海燕": "run"}
    for key in ("p0", "p2"):
        send(comes(key), batch, shut, act="seal")
    after = stage(batch, AT)
    assert (after.waited_for, after.due, after.sealed) == ([], 2, 2)


def test_a_members_day_shuts_what_they_are_recused_from_and_nothing_else(office, batch, began):
    def day(name):
        found = score.day_of(Panelist.objects.get(name=name), batch)
        return {slot.application.name: is_shut for slot, _sheet, is_shut in [*found.called, *found.coming]}

    assert day("韩文静") == {name: name == office["recused_from"] for name in office["applicants"]}
    assert day("靳海燕") == dict.fromkeys(office["applicants"], False)


def test_the_pads_of_a_recused_member_follow_what_those_of_anybody_follow(batch, began):
    one, two = Panelist.objects.filter(name__in=["韩文静", "靳海燕"])
    assert pads_version(f"{one.panel_id}.{one.pk}") == pads_version(f"{two.panel_id}.{two.pk}")


@pytest.mark.parametrize(("decision", "is_shut"), [("open", True), ("recused", True), ("no_conflict", False)])
def test_a_tie_keeps_the_file_shut_until_two_found_that_it_is_none(office, batch, by, decision, is_shut):
    Relation.objects.update(decision=decision)
    seat, key = Panelist.objects.get(name="韩文静"), UUID(office["applicants"][office["recused_from"]])
    is_read = panel.readable(seat).filter(pk=key).exists()
    assert (panel.is_recused(seat, key), is_read) == (is_shut, not is_shut)
    assert panel.recused_pairs(batch) == ({(seat.pk, key)} if is_shut else set())
    assert panel.shut_to(by("p1")) == ([key] if is_shut else [])
    assert unseen(by("p1")) == ({batch.pk} if is_shut else set())
    assert panel.recusals_by_member(batch) == ({seat.pk: 1} if decision == "recused" else {})


def test_the_time_of_a_device_is_kept_and_refuses_nothing(batch, began, comes):
    answer = send(comes("p2"), batch, began, act="seal", noted_at="1999-12-31T23:59:59Z")
    row = Sheet.objects.get(pk=answer.json()["sheet"])
    assert (answer.status_code, row.noted_at) == (200, datetime(1999, 12, 31, 23, 59, 59, tzinfo=UTC))
    assert row.sealed_at.year == 2022


@pytest.mark.parametrize("told", ["", "昨天", "0001-01-01T00:00:00+14:00", "2022-01-14T09:00:00", 7])
def test_what_is_no_time_is_no_time(batch, began, comes, told):
    assert send(comes("p2"), batch, began, noted_at=told).status_code == 200
    assert Sheet.objects.get(panelist__name="靳海燕", application=began.application).noted_at is None


def test_two_devices_with_an_empty_pad_meet_in_one_sheet(batch, began, comes):
    who = comes("p2")
    send(who, batch, began, device="a", base=0, mark=12)
    other = send(who, batch, began, device="b", base=0, mark=9)
    assert (other.status_code, other.json()["theirs"]["marks"]["1"]) == (409, 12)
    chosen = send(who, batch, began, device="b", base=other.json()["version"], mark=9)
    assert (chosen.status_code, Sheet.objects.get(application=began.application).marks["1"]) == (200, 9)


def test_a_device_types_over_its_own_words_without_having_heard_the_answer(batch, began, comes):
    who = comes("p2")
    codes = [send(who, batch, began, device="a", base=0, mark=mark).status_code for mark in (12, 13, 14)]
    assert codes == [200, 200, 200] and Sheet.objects.get(application=began.application).marks["1"] == 14


def test_a_seal_keeps_beside_it_the_draft_it_had_not_seen(batch, began, comes):
    who = comes("p2")
    send(who, batch, began, device="a", base=0, mark=12)
    assert send(who, batch, began, act="seal", device="b", base=0, mark=9).status_code == 200
    assert SheetClash.objects.get().sent["marks"]["1"] == 12


def test_what_a_second_device_typed_after_the_seal_is_kept_too(batch, began, comes):
    who = comes("p2")
    send(who, batch, began, act="seal", device="a", mark=12)
    assert send(who, batch, began, device="b", mark=9).status_code == 409
    assert send(who, batch, began, device="b", mark=12).status_code == 409
    assert [one.sent["marks"]["1"] for one in SheetClash.objects.all()] == [9]


def test_a_sheet_typed_by_one_member_is_not_taken_as_anothers(batch, began, comes):
    other = Panelist.objects.get(name="侯建平")
    answer = send(comes("p2"), batch, began, seat=str(other.pk))
    assert (answer.status_code, Sheet.objects.filter(state="draft").count()) == (409, 0)


def test_without_scripts_the_second_device_sees_both_texts(batch, began, comes):
    who, where = comes("p2"), url(batch, f"pad/{began.application_id}/")
    send(who, batch, began, device="a", base=0, mark=12)
    typed = {
        "sheet": str(uuid4()),
        "base": "0",
        "act": "save",
        "comment": "",
        **{f"mark-{no}": "9" for no in range(1, 6)},
    }
    text = who.post(where, typed).content.decode()
    assert "另一台设备" in text and 'value="9" checked' in text and "<b>12</b>" in text


def test_who_never_came_is_not_waited_for_and_who_scored_was_there(batch, by, comes):
    members = {m.name: m for m in Panelist.objects.filter(panel__batch=batch)}
    session.arrive(panelist=members["侯建平"], by=by("liang"), at=AT)
    session.start(batch=batch, by=by("p0"), at=AT)
    slot = call(batch, by)
    assert {who for who, _key in score.due(batch)} == {members["侯建平"].pk}
    send(comes("p2"), batch, slot)
    assert {who for who, _key in score.due(batch)} == {members["侯建平"].pk, members["靳海燕"].pk}


@pytest.mark.parametrize(("others", "code"), [([], 200), (["same_phone"], 409)])
def test_who_was_barred_by_ties_that_were_then_all_found_to_be_none_scores(batch, began, by, comes, others, code):
    """One who passed after the list was locked is shut to a member before anybody has decided."""
    seat = Panelist.objects.get(name="靳海燕")
    tie = {"panelist": seat, "application": began.application, "source": "detected"}
    relation, *_ = [Relation.objects.create(kind=kind, **tie) for kind in ("cooperation", *others)]
    bar_recused(pairs=[(seat, began.application)], at=AT)
    assert send(comes("p2"), batch, began, act="seal").status_code == 409
    before = pads_version(followed := f"{seat.panel_id}.{seat.pk}")
    said = {"decision": RelationDecision.NO_CONFLICT, "reason": "只是同名", "at": AT}
    for key in ("fan", "hao"):
        decide_recusal(relation=Relation.objects.get(pk=relation.pk), by=by(key), **said)
    assert (pads_version(followed) != before) == (code == 200)
    assert send(comes("p2"), batch, began, act="seal").status_code == code


def test_who_was_dismissed_has_no_seat_and_nothing_is_shut_for_them(batch, by):
    seat = Panelist.objects.get(name="韩文静")
    Panelist.objects.filter(pk=seat.pk).update(dismissed_at=AT)
    assert seat not in panel.members(batch) and not panel.seats_of(by("p1"))
    assert panel.member_of(by("p1"), batch) is None
    assert (panel.recused_pairs(batch), panel.shut_to(by("p1")), unseen(by("p1"))) == (set(), [], set())


def test_no_sheet_is_due_from_who_is_recused(office, batch, began):
    shut = (Panelist.objects.get(name="韩文静").pk, UUID(office["applicants"][office["recused_from"]]))
    all_pairs = {(one.pk, UUID(key)) for one in Panelist.objects.all() for key in office["applicants"].values()}
    assert score.due(batch) == all_pairs - {shut}


def test_the_seal_of_who_was_recused_afterwards_makes_up_for_no_sheet_that_is_missing(batch, began):
    late, missing, *due = sorted(score.due(batch))
    where = {"batch": batch, "area_path": batch.area_path, "saved_at": AT}
    seal = {"state": "sealed", "total": 75, "sealed_at": AT, "seal_hash": "0" * 64}
    Sheet.objects.bulk_create(Sheet(**where, **seal, panelist_id=one, application_id=key) for one, key in [late, *due])
    Relation.objects.create(panelist_id=late[0], application_id=late[1], kind="cooperation", source="declared")
    assert late not in score.due(batch) and not score.is_all_sealed(batch)
    Sheet.objects.create(**where, **seal, panelist_id=missing[0], application_id=missing[1])
    assert score.is_all_sealed(batch)


def test_presence_is_noted_by_who_leads_until_the_end(batch, began, by, comes):
    member = Panelist.objects.get(name="韩文静")
    assert comes("p2").post(url(batch, "session/present/"), {"not_here": str(member.pk)}).status_code == 409
    comes("liang").post(url(batch, "session/present/"), {"not_here": str(member.pk)})
    member.refresh_from_db()
    assert member.arrived_at is None
    send(comes("p2"), batch, began)
    scored = Panelist.objects.get(name="靳海燕")
    answer = comes("liang").post(url(batch, "session/present/"), {"not_here": str(scored.pk)})
    assert answer.status_code == 409 and "已经打过分" in answer.content.decode()


def test_a_pause_gives_back_what_was_left(batch, began, by):
    minute = timedelta(minutes=1)
    session.pause(batch=batch, by=by("p0"), at=AT + minute)
    assert stage(batch, AT + 3 * minute).clock == "4:00"
    session.pause(batch=batch, by=by("p0"), at=AT + 3 * minute)
    session.add_minute(batch=batch, by=by("p0"), at=AT + 3 * minute)
    assert stage(batch, AT + 3 * minute).clock == "5:00"
    session.set_phase(batch=batch, phase=Phase.SCORING, by=by("p0"), at=AT + 4 * minute)
    assert '"phase":"scoring"' in AuditEvent.objects.get(event="incubation.session.phase").new
    assert (stage(batch, AT + 4 * minute).clock, stage(batch, AT + 7 * minute).clock) == ("2:00", "−1:00")


def test_an_empty_question_is_none(batch, began, by):
    with pytest.raises(Refused):
        session.ask(batch=batch, text="  ", by=by("p0"), at=AT)


@pytest.fixture
def sealed(batch, began, comes):
    """One sealed sheet of p2."""
    return Sheet.objects.get(pk=send(comes("p2"), batch, began, act="seal").json()["sheet"])


def ask(sheet, by, first=20):
    marks = {1: first, **dict.fromkeys(range(2, 6), 15)}
    points = dict.fromkeys(range(1, 6), 20)
    return change.ask(sheet=sheet, marks=marks, reason="看错了行", points=points, by=by("p2"), at=AT)


def test_a_correction_is_in_force_with_the_second_and_the_old_seal_can_be_computed(sealed, by):
    row, first = ask(sealed, by), sealed.seal_hash
    change.agree(change=row, by=by("p0"), at=AT)
    sealed.refresh_from_db()
    assert sealed.total == 75
    change.agree(change=row, by=by("liang"), at=AT)
    sealed.refresh_from_db()
    assert (sealed.total, sealed.seal_hash != first, row.old["1"]) == (80, True, 15)


def test_the_pack_shows_the_first_seal_after_two_corrections(batch, sealed, by):
    for mark in (20, 10):
        row = ask(sealed, by, mark)
        change.agree(change=row, by=by("p0"), at=AT)
        change.agree(change=row, by=by("liang"), at=AT)
        sealed.refresh_from_db()
    pack = contents(batch)
    assert pack["sheets.json"][0]["marks"]["1"] == 15
    assert [one["new"]["1"] for one in pack["changes.json"]] == [20, 10]


@pytest.mark.parametrize("who", ["p2", "p0"])
def test_two_others_agree_and_no_third_hand_of_one_of_them(sealed, by, who):
    row = ask(sealed, by)
    change.agree(change=row, by=by("p0"), at=AT)
    with pytest.raises(Refused) as refused:
        change.agree(change=row, by=by(who), at=AT)
    assert refused.value.code == "rows.same_person"


def test_one_correction_at_a_time_and_no_is_no(sealed, by):
    row = ask(sealed, by)
    with pytest.raises(Refused) as refused:
        ask(sealed, by)
    assert refused.value.code == "incubation.score.change_open"
    change.decline(change=row, by=by("p0"), at=AT)
    sealed.refresh_from_db()
    assert (sealed.total, SheetChange.objects.get().state) == (75, "declined")


def test_nobody_reads_marks_in_a_correction_before_the_last_seal(batch, sealed, by, comes):
    ask(sealed, by)
    text = comes("p0").get(url(batch, "changes/")).content.decode()
    assert "看错了行" in text and "→ 20" not in text
    assert comes("p2").get(url(batch, "changes/")).status_code == 404


def test_who_is_recused_sees_no_correction_of_that_applicant(batch, sealed, by):
    row, chair = ask(sealed, by), Panelist.objects.get(name="侯建平")
    assert list(change_queries.changes(batch, by("p0"))) == [row]
    tie = {"kind": "cooperation", "source": "declared"}
    Relation.objects.create(panelist=chair, application_id=sealed.application_id, **tie)
    assert not change_queries.changes(batch, by("p0")) and list(change_queries.changes(batch, by("liang"))) == [row]


def test_after_the_tabulation_nothing_is_corrected(batch, sealed, by):
    due = {(sealed.panelist_id, sealed.application_id)}
    row = ask(sealed, by)
    tabulation.run(batch=batch, rule=TabulationRule.MEAN, due=due, by=by("liang"), at=AT)
    with pytest.raises(Refused) as refused:
        change.agree(change=row, by=by("p0"), at=AT)
    assert refused.value.code == "incubation.score.tabulated"


def test_a_member_asks_on_the_page_and_two_answer_there(batch, sealed, comes):
    where = url(batch, f"pad/{sealed.application_id}/change/")
    said = {"reason": "看错了行", **{f"mark-{no}": "15" for no in range(2, 6)}, "mark-1": "20"}
    assert comes("p2").post(where, said).status_code == 302
    row = SheetChange.objects.get()
    for key in ("p0", "liang"):
        comes(key).post(url(batch, f"changes/{row.pk}/"), {"act": "agree"})
    assert Sheet.objects.get(pk=sealed.pk).total == 80
    assert comes("p0").get(where).status_code == 404


def test_the_lot_wants_number_and_word(batch, comes):
    answer = comes("liang").post(url(batch, "panel/lot/"), {"act": "seal", "number-bureau": "12"})
    assert answer.status_code == 409 and "一起写" in answer.content.decode()


def test_the_worker_of_the_pads_reaches_the_pads(client):
    answer = client.get("/incubation/pad-worker.js")
    assert answer["Content-Type"].startswith("text/javascript") and b"pad" in answer.content


def words_of(value):
    """Every text of a paper in one string."""
    if isinstance(value, str):
        return value
    if is_dataclass(value):
        return "".join(words_of(getattr(value, field.name)) for field in fields(value))
    return "|".join(map(words_of, value)) if isinstance(value, tuple | list) else ""


def test_the_minutes_tell_the_whole_day(office, batch, began, by, comes):
    slots = list(Slot.objects.filter(panel__batch=batch).select_related("application").order_by("turn"))
    session.ask(batch=batch, text="一年以后呢？", who="靳海燕", by=by("p0"), at=AT)
    for key in ("p0", "p1", "p2"):
        send(comes(key), batch, began, act="seal")
    session.finish(batch=batch, by=by("p0"), at=AT)
    session.call_next(batch=batch, by=by("p0"), at=AT)
    text = words_of(minutes_doc(batch)).replace("|", "")
    names = "、".join(sorted(one.name for one in Panelist.objects.all()))
    for said in ("应到 3 人，实到 3 人", "组长 侯建平", "3817-2206-5941", "督导、导师", "现场提问 1 条", "已封存 3 张"):
        assert said in text, said
    assert (
        slots[0].application.name in text
        and office["recused_from"] in text
        and all(n in text for n in names.split("、"))
    )
    assert "评完" in text and "15.00" not in text


def test_the_order_paper_says_how_to_compute_it(batch, office):
    text = words_of(order_doc(batch))
    assert "3817-2206-5941" in text and all(key in text for key in office["applicants"].values())

"""Stories: the teller's yes, sources, three people, consents, and what goes with one that is taken back."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from sanshe.core.audit.models import AuditEvent
from sanshe.core.consents import actions as consents
from sanshe.core.consents.enums import Medium
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.shanghai import at
from sanshe.core.rows.enums import R as Rows
from sanshe.core.search.models import SearchRow
from sanshe.stories import actions, queries
from sanshe.stories.enums import Basis, LeadState, R, State
from sanshe.stories.models import Story
from sanshe.stories.types import Case, Said
from tests.stories import world
from tests.stories.world import HERE, LATE, NOW, person

pytestmark = pytest.mark.django_db
TICK = timedelta(microseconds=1)


@pytest.fixture(autouse=True)
def cases(monkeypatch):
    return world.settle(monkeypatch)


@pytest.fixture
def editor():
    return person("story_editor")


def refused(act, *given, **more):
    with pytest.raises(Refused) as no:
        act(*given, **more)
    return no.value.code


def found(word="就想睡个整觉"):
    return [row.object_id for row in SearchRow.objects.filter(kind=queries.KIND) if word in row.text]


def text_of(story):
    return "".join(one.text for one in queries.sentences(story))


def test_the_teller_says_yes_or_no_and_nobody_else(editor, user_as):
    worker = user_as("community_worker", HERE)
    said = {"area_path": HERE, "title": "夜里安静了", "case_number": "220107-021", "by": editor, "at": NOW}
    lead = actions.propose(teller=worker.pk, **said)
    assert refused(actions.begin, lead=lead, by=editor, at=NOW) == R.NOT_WILLING
    assert refused(actions.answer, lead=lead, yes=True, by=editor, at=NOW) == R.NOT_THE_TELLER
    teller = type(editor)(worker.pk, worker.name, True)
    assert [row.pk for row in queries.leads(teller)] == [lead.pk]
    actions.answer(lead=lead, yes=False, by=teller, at=NOW)
    assert refused(actions.begin, lead=lead, by=editor, at=NOW) == R.NOT_WILLING
    assert list(queries.leads(person("subdistrict_manager"))) == []
    assert worker.name not in "".join(AuditEvent.objects.values_list("new", flat=True))


def test_who_proposed_does_not_learn_of_a_no(editor, user_as):
    worker, proposer = user_as("community_worker", HERE), person("appeals_desk")
    lead = actions.propose(area_path=HERE, title="夜", teller=worker.pk, by=proposer, at=NOW)
    assert list(queries.leads(proposer)) == [lead]
    actions.answer(lead=lead, yes=False, by=type(editor)(worker.pk, "x", True), at=NOW)
    assert list(queries.leads(proposer)) == []
    assert list(queries.leads(editor)) == [lead]


def test_a_draft_is_numbered_written_and_its_sentences_move_up(editor):
    story = world.begun(editor)
    rows = world.write(story, editor)
    assert (story.number, queries.counted(story).whole) == ("讲-001", 3)
    actions.drop(story=story, sentence=rows[0], by=editor, at=NOW)
    assert [one.number for one in queries.sentences(story)] == [1, 2]
    actions.rewrite(story=story, sentence=queries.sentences(story)[0], said=Said("改了。"), by=editor, at=NOW)
    assert queries.counted(story).bare == (1,)
    assert world.begun(editor, "第二篇").number == "讲-002"
    assert "电话响了" not in "".join(AuditEvent.objects.values_list("new", flat=True))


def test_three_people_and_every_fact_a_source(editor):
    story = world.begun(editor)
    world.write(story, editor, Said("一冬天有七八回。"))
    checker, reviewer = person("appeals_desk"), person("civility_officer")
    assert refused(actions.check, story=story, by=editor, at=NOW) == Rows.SAME_PERSON
    assert refused(actions.check, story=story, by=checker, at=NOW) == R.NO_SOURCE
    actions.rewrite(
        story=story, sentence=queries.sentences(story)[3], said=Said("累。", Basis.FEELING), by=editor, at=NOW
    )
    actions.check(story=story, by=checker, at=NOW)
    assert refused(actions.add, story=story, said=Said("又一句。"), by=editor, at=NOW) == Rows.NOT_NOW
    assert refused(actions.review, story=story, by=reviewer, at=NOW) == Rows.NOT_NOW
    assert refused(actions.mask, story=story, looked={}, by=editor, at=NOW) == R.NOT_LOOKED
    actions.mask(story=story, looked=world.LOOKED, by=editor, at=NOW)
    assert refused(actions.review, story=story, by=checker, at=NOW) == Rows.SAME_PERSON
    actions.review(story=story, by=reviewer, at=NOW)
    assert refused(actions.send_back, story=story, reason=" ", by=reviewer, at=NOW) == Rows.NO_REASON
    actions.send_back(story=story, reason="第四句太直", by=editor, at=NOW)
    assert (story.state, story.checked_by, story.reviewed_by, story.traits) == (State.WRITING, None, None, {})


def test_a_whole_piece_is_public_and_found(editor):
    story, _teller, _old = world.whole(editor)
    assert queries.figures("140213", NOW) == {"drafts": 1, "consents_complete": 1, "published": 0}
    actions.publish(story=story, by=editor, at=NOW)
    assert list(queries.published(("140213",))) == [story]
    assert list(queries.published(("140214",))) == []
    assert found() == [str(story.pk)]
    assert queries.figures("140213", NOW) == {"drafts": 0, "consents_complete": 0, "published": 1}


def test_an_answer_to_come_and_a_missing_yes_hold_a_piece(editor):
    story, _teller, _old = world.whole(editor)
    request = world.ask(story, editor, "老人", (Medium.PHOTO,))
    assert queries.missing(story, NOW) == (("老人", "photo"),)
    assert refused(actions.publish, story=story, by=editor, at=NOW) == R.CONSENT_MISSING
    assert queries.figures("140213", NOW)["consents_complete"] == 0
    world.answer(request, (), (Medium.PHOTO,))
    assert queries.missing(story, NOW) == ()
    actions.publish(story=story, by=editor, at=NOW)


def test_the_teller_has_to_be_asked(editor):
    story = world.begun(editor)
    assert queries.missing(story, NOW) == (("睿和社区", "text"),)
    request = world.ask(story, editor)
    actions.head(story=story, title="夜", teller=request.person, by=editor, at=NOW)
    world.answer(request, (), (Medium.TEXT,))
    assert queries.missing(story, NOW) == (("讲述人", "text"),)


def test_a_case_that_can_be_opened_again_holds_a_piece_to_its_last_moment(editor):
    story, _teller, _old = world.whole(editor)
    actions.send_back(story=story, reason="加一句", by=editor, at=NOW)
    actions.add(story=story, said=Said("灯亮了。", Basis.EVENT, LATE, "处置 10:50"), by=editor, at=NOW)
    actions.check(story=story, by=person("appeals_desk"), at=NOW)
    actions.mask(story=story, looked=world.LOOKED, by=editor, at=NOW)
    actions.review(story=story, by=person("civility_officer"), at=NOW)
    assert refused(actions.publish, story=story, by=editor, at=LATE.free_from - TICK) == R.CASE_OPEN
    actions.publish(story=story, by=editor, at=LATE.free_from)


def test_a_case_opened_again_is_told_on_the_piece(editor, cases):
    story, _teller, _old = world.whole(editor)
    actions.publish(story=story, by=editor, at=NOW)
    assert queries.open_cases(story, NOW) == ()
    cases[world.DONE.key] = Case(world.DONE.kind, world.DONE.key, world.DONE.number, None)
    assert queries.open_cases(story, NOW) == ("220107-021",)


def take_back(request, when=NOW):
    consents.withdraw(consent=request.consents.get(medium="text"), how="本人来电话", by=world.SYSTEM, at=when)


def test_with_a_consent_go_its_sentences_from_page_search_and_export(editor):
    story, _teller, old = world.whole(editor)
    actions.publish(story=story, by=editor, at=NOW)
    sentence = queries.sentences(story)[3]
    actions.correct(story=story, sentence=sentence, text="他说，就想睡个整觉！", reason="标点", by=editor, at=NOW)
    take_back(old)
    story.refresh_from_db()
    assert (story.state, queries.counted(story).omitted, queries.counted(story).whole) == (State.PUBLISHED, 1, 3)
    assert "就想睡" not in text_of(story) and found() == []
    assert found("电话响了") == [str(story.pk)]
    assert [(one.old, one.new) for one in story.corrections.all()] == [("", "")]
    assert all(one.digest for one in queries.sentences(story))
    assert AuditEvent.objects.filter(event="stories.omitted").count() == 1


def test_the_tellers_consent_takes_the_whole_piece(editor):
    story, teller, _old = world.whole(editor)
    actions.publish(story=story, by=editor, at=NOW)
    digest = story.digest
    take_back(teller)
    story.refresh_from_db()
    assert (story.ended_at, story.digest, story.teller_name) == (NOW, digest, "")
    assert text_of(story) == "" and found("电话") == []
    assert list(queries.published(("140213",))) == []
    assert queries.public_story(story.pk) == story
    assert actions.forget_names(NOW) == 1
    story.lead.refresh_from_db()
    assert (story.lead.teller_name, actions.forget_names(NOW)) == ("", 0)


def test_a_photo_taken_back_takes_no_words(editor):
    story, _teller, _old = world.whole(editor)
    request = world.ask(story, editor, "老人", (Medium.PHOTO,))
    world.answer(request, (Medium.PHOTO,), when=NOW + timedelta(minutes=5))
    actions.publish(story=story, by=editor, at=NOW)
    consents.withdraw(consent=request.consents.get(), how="本人来电话", by=editor, at=NOW)
    assert queries.counted(story).omitted == 0


def test_a_consent_that_ran_out_ends_the_piece(editor):
    story, _teller, _old = world.whole(editor)
    actions.publish(story=story, by=editor, at=NOW)
    consents.expire_over(at=at("2023-02-17 01:00"))
    story.refresh_from_db()
    assert (story.state, text_of(story)) == (State.EXPIRED, "")


def test_a_correction_keeps_both_texts_and_a_draft_has_none(editor):
    story, _teller, _old = world.whole(editor)
    row = queries.sentences(story)[1]
    said = {"story": story, "sentence": row, "text": "不到四十块钱。", "by": editor, "at": NOW}
    assert refused(actions.correct, reason="票据是 38.5 元", **said) == R.NOT_PUBLIC
    actions.publish(story=story, by=editor, at=NOW)
    assert refused(actions.correct, reason=" ", **said) == Rows.NO_REASON
    one = actions.correct(reason="票据是 38.5 元", **said)
    assert (one.old, one.new) == ("一共花了不到三十块钱。", "不到四十块钱。")
    assert "四十" in text_of(story) and found("四十") == [str(story.pk)]


def test_a_withdrawn_piece_keeps_its_number_and_says_why_on_record(editor):
    story, _teller, _old = world.whole(editor)
    assert refused(actions.withdraw, story=story, reason=" ", by=editor, at=NOW) == Rows.NO_REASON
    actions.withdraw(story=story, reason="事实有争议", by=editor, at=NOW)
    assert (story.state, text_of(story), queries.public_story(story.pk)) == (State.WITHDRAWN, "", None)
    assert world.begun(editor).number == "讲-002"


def test_names_of_who_said_no_go_after_thirty_days(editor):
    lead = actions.propose(area_path=HERE, title="夜", teller_name="某人", by=editor, at=NOW)
    actions.answer(lead=lead, yes=False, by=editor, at=NOW)
    assert (actions.forget_names(NOW + timedelta(days=30)), actions.forget_names(NOW + timedelta(days=30) + TICK)) == (
        0,
        1,
    )
    lead.refresh_from_db()
    assert (lead.teller_name, lead.state) == ("", LeadState.UNWILLING)


def test_stories_of_another_district_are_missing(editor):
    story = world.begun(editor)
    elsewhere = person("story_editor", "140214")
    assert (queries.story(elsewhere, story.pk), queries.matter(elsewhere, story.pk)) == (None, None)
    assert list(queries.leads(elsewhere)) == []
    assert queries.figures("140214", NOW)["drafts"] == 0
    assert queries.names(elsewhere, [str(story.pk)]) == {}


def test_no_piece_is_public_without_a_check_and_a_review(editor):
    story = world.begun(editor)
    with pytest.raises(IntegrityError), transaction.atomic():
        Story.objects.filter(pk=story.pk).update(state=State.PUBLISHED, published_at=NOW)

"""The last evening: handing in, being late, two devices, double submits."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import OperationalError

from sanshe.core.kit import clock
from sanshe.incubation.models import Application, Screening

pytestmark = pytest.mark.django_db
UNTIL = "0103b"
LATE, IN_TIME = "2022-01-04 00:00:21", "2022-01-03 23:59:59"
NAME = "石榴籽社区小组"


@pytest.fixture
def draft(told):
    """C-52 in the story: all filled in, not handed in. Every test starts from it."""
    from django.db import transaction

    with transaction.atomic():
        yield Application.objects.get(name=NAME)
        transaction.set_rollback(True)


def page_of(draft):
    """What a browser sends of the page on which the button stands."""
    return {"_page": f"/incubation/applications/{draft.pk}/form/"}


def test_late_is_refused_put_on_record_and_the_draft_stays(as_person, draft):
    answer = as_person(f"owner of {NAME}", LATE).post(f"/incubation/applications/{draft.pk}/submit/", page_of(draft))
    draft.refresh_from_db()
    assert answer.status_code == 409 and "报名已经截止" in answer.content.decode()
    assert (draft.state, draft.serial, draft.late_at is not None) == ("draft", None, True)


def test_the_last_second_is_in_time_and_a_second_click_changes_nothing(as_person, draft):
    owner = as_person(f"owner of {NAME}", IN_TIME)
    assert [owner.post(f"/incubation/applications/{draft.pk}/submit/").status_code for _ in range(2)] == [302, 302]
    draft.refresh_from_db()
    assert (draft.state, draft.number) == ("submitted", "03-029")


def test_a_replayed_submit_does_not_get_around_the_deadline(as_person, draft):
    request_id = {"X-Request-Id": str(uuid4())}
    owner = as_person(f"owner of {NAME}", LATE)
    for _ in range(2):
        owner.post(f"/incubation/applications/{draft.pk}/submit/", headers=request_id)
    assert Application.objects.get(pk=draft.pk).serial is None


def save(client, draft, field, value, version):
    body = json.dumps({"field": field, "value": value, "version": version})
    return client.post(f"/incubation/applications/{draft.pk}/save/", body, content_type="application/json")


def test_two_devices_on_one_field_keep_both_texts(as_person, draft):
    owner, version = as_person(f"owner of {NAME}", IN_TIME), draft.version
    assert save(owner, draft, "what", "每周二下午讲一个真实的骗局", version).status_code == 200
    clash = save(owner, draft, "what", "每周二、四下午各讲一场", version)
    assert clash.status_code == 409
    assert (clash.json()["theirs"], clash.json()["yours"]) == ("每周二下午讲一个真实的骗局", "每周二、四下午各讲一场")


def test_two_devices_on_two_fields_do_not_clash(as_person, draft):
    owner, version = as_person(f"owner of {NAME}", IN_TIME), draft.version
    assert [save(owner, draft, field, "新的", version).status_code for field in ("what", "want")] == [200, 200]


@pytest.mark.parametrize(
    ("field", "value", "status"), [("rank", "1", 422), ("name", "长" * 61, 422), ("what", "", 200)]
)
def test_hostile_and_empty_fields(as_person, draft, field, value, status):
    assert save(as_person(f"owner of {NAME}", IN_TIME), draft, field, value, draft.version).status_code == status


def test_a_wrong_code_is_said_and_kept(as_person, draft):
    said = save(
        as_person(f"owner of {NAME}", IN_TIME), draft, "credit_code", "52140213MJX300716F", draft.version
    ).json()
    assert said["wrong"] and "校验对不上" in said["said"]


@pytest.mark.parametrize(
    ("field", "typed", "says"), [("head_phone", "1380352", "电话要写全"), ("full_time", "两", "请写整数")]
)
def test_what_the_import_refuses_is_refused_online_too(as_person, draft, field, typed, says):
    owner = as_person(f"owner of {NAME}", IN_TIME)
    said = save(owner, draft, field, typed, draft.version).json()
    assert said["wrong"] and says in said["said"]
    answer = owner.post(f"/incubation/applications/{draft.pk}/submit/", {"truthful": "yes", **page_of(draft)})
    page = answer.content.decode()
    assert answer.status_code == 422 and page.count(says) == 2, "once above, once at its field"
    assert Application.objects.get(pk=draft.pk).serial is None


def test_somebody_else_does_not_see_the_draft(as_person, draft):
    stranger = as_person("owner of 智善防诈宣传服务中心", IN_TIME)
    assert stranger.get(f"/incubation/applications/{draft.pk}/form/").status_code == 404
    assert stranger.post(f"/incubation/applications/{draft.pk}/submit/").status_code == 404
    assert as_person("liang", IN_TIME).get(f"/incubation/applications/{draft.pk}/").status_code == 404


def test_what_is_no_picture_is_not_taken(as_person, draft):
    from django.core.files.uploadedfile import SimpleUploadedFile

    owner = as_person(f"owner of {NAME}", IN_TIME)
    file = SimpleUploadedFile("活动照片合集.zip", b"PK\x03\x04" + b"0" * 200)
    answer = owner.post(f"/incubation/applications/{draft.pk}/papers/records/", {"file": file})
    assert answer.status_code in (409, 422)


def test_the_call_is_read_without_signing_in(as_person, draft):
    page = as_person("", IN_TIME).get(f"/incubation/calls/{draft.batch_id}/").content.decode()
    assert "孵化需求与中心功能契合" in page and "我要申请" in page


def test_who_came_too_late_reads_by_how_much_and_keeps_the_draft(as_person, draft):
    owner = as_person(f"owner of {NAME}", LATE)
    owner.post(f"/incubation/applications/{draft.pk}/submit/")
    page = owner.get(f"/incubation/applications/{draft.pk}/form/").content.decode()
    assert all(words in page for words in ("报名已在 1月3日 24 时截止", "晚到 21 秒", f"草稿 {draft.draft_code}"))
    assert "提交申请" not in page and "data-autosave" not in page


def test_what_is_ticked_at_the_button_is_kept_with_the_form(as_person, draft):
    from sanshe.incubation.queries.call.application import values_of

    Application.objects.filter(pk=draft.pk).update(fields={**draft.fields, "truthful": ""})
    owner = as_person(f"owner of {NAME}", IN_TIME)
    answer = owner.post(f"/incubation/applications/{draft.pk}/submit/", {"truthful": "yes"})
    draft.refresh_from_db()
    assert (answer.status_code, draft.state, values_of(draft)["truthful"]) == (302, "submitted", "yes")
    page = owner.get(answer.url).content.decode()
    assert f"编号 {draft.number}" in page and "撤回来改" in page and "data-toast" in page


def test_a_saved_field_brings_back_what_is_left(as_person, draft):
    owner = as_person(f"owner of {NAME}", IN_TIME)
    said = save(owner, draft, "what", "", draft.version).json()
    assert "还差 1 处" in said["html"]["left"] and "s-steps" in said["html"]["progress"]


def test_a_code_is_read_back_in_four_parts(as_person, draft):
    owner = as_person(f"owner of {NAME}", IN_TIME)
    said = save(owner, draft, "credit_code", "52140213MJX300716F", draft.version).json()
    read = said["html"]["code-read"]
    assert all(part in read for part in ("52", "140213", "MJX300716", "平城区", "校验不符"))


@pytest.fixture
def press(as_person, draft, monkeypatch, it_is):
    """Press the button in the last second and meet a locked database; answers the id and the signed time, and later
    presses again with them."""
    url, one = f"/incubation/applications/{draft.pk}/submit/", str(uuid4())
    owner = as_person(f"owner of {NAME}", IN_TIME)

    def locked(**said):
        raise OperationalError("database is locked")

    with monkeypatch.context() as patch:
        patch.setattr("sanshe.incubation.actions.call.application.submit", locked)
        met = owner.post(url, {"truthful": "yes", **page_of(draft)}, headers={"X-Request-Id": one})
    assert met.status_code == 503

    def again(when=LATE, signed=met["X-Received"], asked=one, **said):
        it_is(when)
        return owner.post(
            url, {"truthful": "yes", "_received": signed, **page_of(draft), **said}, headers={"X-Request-Id": asked}
        )

    return again


def test_who_pressed_in_time_and_met_a_503_is_in_time(press, draft, at):
    assert press().status_code == 302
    draft.refresh_from_db()
    assert draft.number == "03-029" and at(IN_TIME) <= draft.submitted_at < at("2022-01-04 00:00:00")
    assert draft.late_at is None


def test_a_signed_time_is_for_this_press_alone(press, draft):
    assert press(signed="forged").status_code == 409
    assert press(asked=str(uuid4())).status_code == 409
    assert press(truthful="").status_code == 409
    draft.refresh_from_db()
    assert draft.serial is None and draft.late_at is not None


def test_what_was_written_after_the_close_does_not_come_in_under_the_signed_time(press, as_person, draft, at):
    owner = as_person(f"owner of {NAME}", "2022-01-04 00:00:10")
    assert save(owner, draft, "what", "过了零点才写的", draft.version).status_code == 200
    answer = press()
    page = answer.content.decode()
    assert answer.status_code == 409 and "报名已在 1月3日 24 时截止" in page and "晚到 10 秒" in page
    draft.refresh_from_db()
    assert draft.serial is None and draft.late_at.replace(microsecond=0) == at("2022-01-04 00:00:10")


def test_nor_a_paper_given_after_the_close(press, as_person, draft):
    from sanshe.core.files.models import Attachment

    Attachment.objects.filter(subject=draft.pk).update(at=clock.now() + timedelta(seconds=11))
    assert press().status_code == 409
    draft.refresh_from_db()
    assert draft.serial is None


def test_the_answer_to_who_is_late_says_when_it_came_and_the_note_is_of_the_same_moment(as_person, draft):
    owner = as_person(f"owner of {NAME}", LATE)
    answer = owner.post(f"/incubation/applications/{draft.pk}/submit/", {"truthful": "yes", **page_of(draft)})
    assert answer.status_code == 409 and "晚到 21 秒" in answer.content.decode()
    draft.refresh_from_db()
    again = owner.get(f"/incubation/applications/{draft.pk}/form/").content.decode()
    assert draft.late_at and "晚到 21 秒" in again


def test_a_return_is_not_closed_while_its_answer_may_be_on_its_way(draft, at):
    from sanshe.incubation.queries.screening.screening import overdue

    Application.objects.filter(pk=draft.pk).update(state="returned", serial=99, submitted_at=draft.saved_at)
    said = {"outcome": "returned", "due_on": at("2022-01-03 12:00").date(), "decided_at": draft.saved_at, "no": 1}
    Screening.objects.create(application=draft, area_path=draft.area_path, decided_by=uuid4(), **said)
    assert [len(overdue(at(when))) for when in ("2022-01-04 00:09:59", "2022-01-04 00:10:01")] == [0, 1]

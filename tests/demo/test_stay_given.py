"""What the centre gives: trainings and supervision, as pages of the story show them."""

import pytest

from sanshe.core.audit.models import AuditEvent
from sanshe.core.duties.queries import reminded
from sanshe.incubation.models import Attendance, Batch, Entry, Supervision, Training

pytestmark = pytest.mark.django_db
UNTIL = "0218a"
WHEN, AFTER = "2022-02-18 08:30", "2022-02-22 09:00"
MINE = "木作园非遗传习社"


@pytest.fixture(autouse=True)
def _undone(told):
    from django.db import transaction

    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def batch(told):
    return Batch.objects.get(no=3)


@pytest.fixture
def entry(told):
    return Entry.objects.get(organisation__name=MINE)


@pytest.fixture
def planned(told):
    return Training.objects.get()


def talked(client, entry, **change):
    said = {"held_on": "2022-02-18", "hours": "1.5", "function": "educational", "agreed": "先排志愿者的班", **change}
    return client.post(f"/incubation/entries/{entry.pk}/supervision/", said)


class TestTraining:
    """Planned for everybody, counted from the sign sheet."""

    def test_the_first_one_stands_on_the_desk(self, as_person, planned):
        page = as_person("liang", WHEN).get("/").content.decode()
        assert f"/incubation/trainings/{planned.pk}/" in page and str(planned.starts_at.date()) == "2022-02-21"

    def test_everybody_in_incubation_is_invited_and_told(self, as_person, planned, entry):
        assert planned.attendances.count() == 30
        rep = as_person(f"owner of {MINE}", WHEN)
        assert planned.title in rep.get("/").content.decode()
        assert planned.title in rep.get(f"/incubation/stay/{entry.pk}/").content.decode()
        assert planned.title in rep.get("/notices/inbox/").content.decode()

    def test_planned_on_the_page(self, as_person, batch):
        sent = {"title": "登记辅导", "day": "2022-03-10", "time": "14:30", "hours": "2.5", "place": "创享中心二楼"}
        answer = as_person("liang", WHEN).post(f"/incubation/batches/{batch.pk}/trainings/plan/", sent)
        made = Training.objects.get(title="登记辅导")
        assert answer.status_code == 302 and (made.quarters, made.attendances.count()) == (10, 30)

    @pytest.mark.parametrize("change", [{"title": ""}, {"hours": "1.1"}, {"day": "x"}])
    def test_what_is_wrong_is_refused(self, as_person, batch, change):
        sent = {"title": "登记辅导", "day": "2022-03-10", "time": "14:30", "hours": "2.5", "place": "二楼", **change}
        answer = as_person("liang", WHEN).post(f"/incubation/batches/{batch.pk}/trainings/plan/", sent)
        assert answer.status_code == 409 and Training.objects.count() == 1

    def test_counts_come_after_it_began_and_may_be_corrected(self, as_person, planned, entry):
        sent, url = {f"n-{entry.pk}": "3"}, f"/incubation/trainings/{planned.pk}/record/"
        assert as_person("liang", WHEN).post(url, sent).status_code == 409
        client = as_person("liang", AFTER)
        assert "照签到表记人数" in client.get("/").content.decode()
        assert client.post(url, {f"n-{entry.pk}": "三"}).status_code == 409
        assert client.post(url, sent).status_code == 302
        assert Attendance.objects.filter(training=planned, people=3).count() == 1
        assert Attendance.objects.filter(training=planned, people=0).count() == 29
        client.post(url, {f"n-{entry.pk}": "2"})
        corrected = AuditEvent.objects.get(event="incubation.training.corrected")
        assert '":3' in corrected.old and '":2' in corrected.new
        page = client.get(f"/incubation/entries/{entry.pk}/").content.decode()
        assert "协议许 6 次，已办 1 次" in page and "来了 2 人" in page

    def test_called_off_with_a_reason_it_is_nowhere_to_come_to(self, as_person, planned, entry):
        client, url = as_person("liang", WHEN), f"/incubation/trainings/{planned.pk}/call-off/"
        assert client.post(url, {"reason": ""}).status_code == 409
        assert client.post(url, {"reason": "主讲病了"}).status_code == 302
        assert (
            planned.title
            not in as_person(f"owner of {MINE}", WHEN).get(f"/incubation/stay/{entry.pk}/").content.decode()
        )
        assert client.post(f"/incubation/trainings/{planned.pk}/record/", {}).status_code == 409

    @pytest.mark.parametrize("fmt", ["pdf", "docx"])
    def test_the_sign_sheet_prints(self, as_person, planned, fmt):
        answer = as_person("hao", WHEN).get(f"/incubation/trainings/{planned.pk}/sheet.{fmt}")
        assert answer.status_code == 200 and len(answer.content) > 1000

    def test_the_sign_sheet_asks_for_nobody_s_name(self, planned):
        from sanshe.incubation.papers.stay.values import sheet_doc

        table = next(block for block in sheet_doc(planned).blocks if hasattr(block, "head"))
        assert table.head == ("", "组织", "来几人", "签字") and len(table.rows) == 30

    @pytest.mark.parametrize(("key", "status"), [("hao", 403), ("kong", 403), (f"owner of {MINE}", 403)])
    def test_who_may_not_record(self, as_person, planned, key, status):
        assert as_person(key, AFTER).post(f"/incubation/trainings/{planned.pk}/record/", {}).status_code == status


class TestSupervision:
    """Talks, hours and follow-ups."""

    def test_the_first_is_asked_for(self, as_person):
        assert "还有 30 家没做第一次督导" in as_person("liang", WHEN).get("/").content.decode()

    def test_put_down_and_shown_to_both(self, as_person, entry):
        client = as_person("liang", WHEN)
        assert talked(client, entry).status_code == 302
        for page in (
            client.get(f"/incubation/entries/{entry.pk}/"),
            as_person(f"owner of {MINE}", WHEN).get(f"/incubation/stay/{entry.pk}/"),
        ):
            assert "协议许 24 小时，已给 1.5 小时" in page.content.decode()
        assert "还有 29 家没做第一次督导" in as_person("liang", WHEN).get("/").content.decode()

    def test_more_than_promised_is_shown_not_hidden(self, as_person, entry):
        client = as_person("liang", WHEN)
        for _ in range(4):
            assert talked(client, entry, hours="7").status_code == 302
        assert (
            "已给 28 小时" in (page := client.get(f"/incubation/entries/{entry.pk}/").content.decode())
            and "多 4 小时" in page
        )

    @pytest.mark.parametrize(
        "change", [{"hours": "1.1"}, {"held_on": "2022-02-19"}, {"agreed": ""}, {"follow_up": "看排班"}]
    )
    def test_what_is_wrong_is_refused(self, as_person, entry, change):
        assert talked(as_person("liang", WHEN), entry, **change).status_code == 409
        assert not Supervision.objects.exists()

    def test_a_follow_up_is_asked_for_and_closed_once(self, as_person, entry, at):
        talked(as_person("liang", WHEN), entry, follow_up="看排班", follow_up_on="2022-02-25")
        found = [one for one in reminded(at(WHEN)) if one.source.code == "incubation.talk_follow"]
        assert [(one.source.codes[0], str(one.due.day)) for one in found] == [
            ("incubation.supervision.record", "2022-02-25")
        ]
        later = as_person("liang", "2022-02-26 09:00")
        assert "督导跟进：看排班" in later.get("/").content.decode()
        url = f"/incubation/supervision/{Supervision.objects.get().pk}/follow/"
        assert later.post(url, {"words": "排好了"}).status_code == 302
        assert later.post(url, {"words": "排好了"}).status_code == 409
        assert not [one for one in reminded(at(WHEN)) if one.source.code == "incubation.talk_follow"]

    def test_the_record_table_prints(self, as_person, entry):
        talked(as_person("liang", WHEN), entry)
        rep = as_person(f"owner of {MINE}", WHEN)
        assert rep.get(f"/incubation/entries/{entry.pk}/supervision.docx").status_code == 200
        other = as_person("owner of 安心陪诊服务队", WHEN)
        assert other.get(f"/incubation/entries/{entry.pk}/supervision.docx").status_code == 404

    def test_the_bureau_does_not_record(self, as_person, entry):
        assert talked(as_person("hao", WHEN), entry).status_code == 403


def test_each_invitation_is_owed_by_its_organisation(told, at):
    found = [one for one in reminded(at(WHEN)) if one.source.code == "incubation.come"]
    assert len({one.line.owner for one in found}) == 30 and {one.due.hour for one in found} == {14}

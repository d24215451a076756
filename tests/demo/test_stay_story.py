"""The last day of May: what the story says, reports half-written and late, and what the pages ask for."""

import json

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from sanshe.core.duties.queries import reminded
from sanshe.core.figures.queries import differences
from sanshe.incubation.models import Attendance, Batch, Entry, Plan, QuarterlyReport, Supervision

pytestmark = pytest.mark.django_db
UNTIL = "0531a"
WHEN = "2022-05-31 10:00"
WARM = "暖阳助老服务中心"
WORDS = {"did": "办了 12 次", "changed": "30 位", "next": "再开一个点"}


@pytest.fixture(autouse=True)
def _undone(told):
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def warm(told):
    return Entry.objects.get(organisation__name=WARM)


@pytest.fixture
def rep(warm, client_of, it_is):
    from sanshe.core.accounts.models import Appointment

    it_is(WHEN)
    return client_of(Appointment.objects.get(organisation=warm.organisation_id).user)


def url(entry, no=1, more=""):
    return f"/incubation/stay/{entry.pk}/report/{no}/{more}"


class TestState:
    """Counted from the rows."""

    def test_plans(self):
        states = [Plan.objects.filter(state=state).count() for state in ("agreed", "returned", "submitted", "draft")]
        assert states == [29, 1, 0, 0] and Plan.objects.filter(is_late=True).count() == 1

    def test_trainings_and_supervision(self):
        assert Attendance.objects.filter(training__state="held").count() == 60
        assert (
            Supervision.objects.count() == 26
            and Supervision.objects.filter(entry__organisation__name=WARM).count() == 2
        )

    def test_reports(self):
        states = [
            QuarterlyReport.objects.filter(state=state).count()
            for state in ("agreed", "returned", "submitted", "draft")
        ]
        assert states == [5, 1, 2, 1] and {str(one.due_on) for one in QuarterlyReport.objects.all()} == {"2022-05-31"}

    def test_no_counter_differs_from_its_records(self):
        assert differences("140213") == []

    def test_what_is_owed(self, at):
        kinds = {}
        ours = [one for one in reminded(at(WHEN)) if one.source.code.startswith("incubation.")]
        for one in ours:
            kinds[one.source.code] = kinds.get(one.source.code, 0) + 1
        open_ones = Supervision.objects.filter(follow_up_on__isnull=False, followed_at=None).count()
        assert kinds == {"incubation.report": 22, "incubation.talk_follow": open_ones}

    def test_the_desk_of_the_operator(self, as_person):
        page = as_person("liang", WHEN).get("/").content.decode()
        assert "第 1 季的季度报告还有 22 份没交" in page and "季度报告交来 2 份" in page and "票据等核：1 张" in page


class TestReport:
    """The organisation only adds words."""

    def test_it_is_prefilled_from_what_was_recorded(self, rep, warm):
        page = rep.get(url(warm)).content.decode()
        for text in (
            "和社区定好地点和时间，开第一次活动",
            "办了 2 次，来了",
            "2 次，",
            "每周三陪老人去医院",
            "给了 3,000 元，报了 3 张票据 1,426.50 元",
            "陪诊 38 次",
        ):
            assert text in page

    def test_words_are_kept_as_typed_and_handed_in_with_the_counts(self, rep, warm):
        version = QuarterlyReport.objects.get(entry=warm).version
        sent = {"field": "next", "value": "再开一个点", "version": version}
        assert rep.post(url(warm, 1, "save/"), json.dumps(sent), content_type="application/json").status_code == 200
        assert rep.post(url(warm, 1, "submit/")).status_code == 409
        rep.post(url(warm), WORDS)
        assert rep.post(url(warm, 1, "submit/")).status_code == 302
        row = QuarterlyReport.objects.get(entry=warm)
        assert row.state == "submitted" and not row.is_late and row.facts["spent"] == {"n": 3, "sum": 142650}

    def test_what_was_handed_in_does_not_change_with_later_records(self, rep, as_person, warm):
        rep.post(url(warm), WORDS)
        rep.post(url(warm, 1, "submit/"))
        said = {"held_on": "2022-05-30", "hours": "8", "function": "supportive", "agreed": "补记"}
        as_person("liang", WHEN).post(f"/incubation/entries/{warm.pk}/supervision/", said)
        page = as_person("liang", WHEN).get(url(warm)).content.decode()
        assert "3 次" not in page

    @pytest.mark.parametrize(("when", "is_late"), [("2022-05-31 23:59:59", False), ("2022-06-01 00:00:00", True)])
    def test_the_last_second_of_may(self, rep, warm, it_is, when, is_late):
        it_is(when)
        rep.post(url(warm), WORDS)
        rep.post(url(warm, 1, "submit/"))
        assert QuarterlyReport.objects.get(entry=warm).is_late is is_late

    def test_late_is_shown_and_told(self, rep, as_person, warm):
        client = as_person("liang", "2022-06-02 09:00")
        rep.post(url(warm), WORDS)
        rep.post(url(warm, 1, "submit/"))
        page = client.get(f"/incubation/batches/{warm.batch_id}/entries/").content.decode()
        assert page.count(">过了期限还没交<") == 21
        assert "交晚了" in client.get(f"/incubation/entries/{warm.pk}/").content.decode()
        assert "第 2 季的季度报告还有 30 份没交" in client.get("/").content.decode()  # the second quarter has begun

    def test_the_next_one_is_not_handed_in_before_its_last_days(self, rep, warm, it_is):
        assert rep.get(url(warm, 2)).status_code == 409
        it_is("2022-06-10 10:00")
        rep.post(url(warm, 2), WORDS)
        answer = rep.post(url(warm, 2, "submit/"))
        assert answer.status_code == 409 and "最后 15 天起可以交" in answer.content.decode()

    def test_accepted_or_returned_with_words(self, rep, as_person, warm):
        rep.post(url(warm), WORDS)
        rep.post(url(warm, 1, "submit/"))
        client, to = as_person("liang", WHEN), f"/incubation/entries/{warm.pk}/report/1/judge/"
        assert client.post(to, {"act": "return", "words": ""}).status_code == 409
        client.post(to, {"act": "return", "words": "多少户"})
        assert "多少户" in rep.get(url(warm)).content.decode()
        rep.post(url(warm, 1, "submit/"))
        assert client.post(to, {"act": "agree"}).status_code == 302
        assert rep.post(url(warm), WORDS).status_code == 409

    @pytest.mark.parametrize("fmt", ["pdf", "docx"])
    def test_as_a_paper(self, as_person, warm, fmt):
        answer = as_person("kong", WHEN).get(f"/incubation/entries/{warm.pk}/report/1.{fmt}")
        assert answer.status_code == 200 and len(answer.content) > 1000

    def test_who_reads_and_who_does_not(self, as_person, warm):
        assert as_person("hao", WHEN).get(url(warm)).status_code == 200
        assert as_person("hao", WHEN).post(url(warm, 1, "submit/")).status_code == 403
        assert as_person("owner of 安心陪诊服务队", WHEN).get(url(warm)).status_code == 404
        assert as_person("he", WHEN).get(url(warm)).status_code == 403

    def test_no_such_report(self, rep, warm):
        assert rep.get(url(warm, 5)).status_code == 404


def asked(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as found:
        assert client.get(address).status_code == 200
    return len(found)


def test_the_list_asks_as_much_for_three_as_for_thirty(as_person):
    batch, client = Batch.objects.get(no=3), as_person("liang", WHEN)
    many = asked(client, f"/incubation/batches/{batch.pk}/entries/")
    Entry.objects.filter(batch=batch, pk__in=Entry.objects.filter(batch=batch).values("pk")[3:]).update(state="left")
    assert many == asked(client, f"/incubation/batches/{batch.pk}/entries/") <= 20


def test_the_page_of_one_asks_as_much_for_much_as_for_little(as_person, warm):
    client, little = as_person("liang", WHEN), Entry.objects.get(organisation__name="平安家庭调解工作室")
    much = asked(client, f"/incubation/entries/{warm.pk}/")
    assert much - asked(client, f"/incubation/entries/{little.pk}/") <= 2 and much <= 36


@pytest.mark.parametrize("key", ["liang", "hao", "kong", "qiao"])
def test_every_page_of_the_stay_answers(as_person, warm, key):
    client, batch = as_person(key, WHEN), warm.batch_id
    pages = [
        f"/incubation/batches/{batch}/entries/",
        f"/incubation/batches/{batch}/trainings/",
        f"/incubation/entries/{warm.pk}/",
    ]
    pages += [
        f"/ledgers/incubation.{code}/"
        for code in ("plans", "trainings", "supervisions", "links", "support", "desks", "reports")
    ]
    assert {client.get(page).status_code for page in pages} == {200}


def test_what_left_has_no_form_to_begin(as_person, warm):
    Entry.objects.filter(pk=warm.pk).update(state="graduated")
    QuarterlyReport.objects.filter(entry=warm).delete()
    page = as_person("liang", "2022-09-01 10:00").get(f"/incubation/entries/{warm.pk}/").content.decode()
    assert "第 2 份" in page and f"/incubation/stay/{warm.pk}/report/" not in page


def test_nobody_s_telephone_stands_on_the_page(as_person, warm):
    page = as_person("liang", WHEN).get(f"/incubation/entries/{warm.pk}/").content.decode()
    assert "1500352" not in page and "1390352" not in page

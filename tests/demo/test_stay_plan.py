"""The day after signing: signature pages, plans, and who may do what with them."""

import json
from html import unescape

import pytest

from sanshe.core.audit.models import AuditEvent
from sanshe.core.duties.queries import reminded
from sanshe.incubation.models import Agreement, Batch, Entry, Plan

pytestmark = pytest.mark.django_db
UNTIL = "0218a"
WHEN = "2022-02-18 08:30"
MINE = "木作园非遗传习社"
WHOLE = {"aim": "为爱做木工的老人", "service": "每周一次", "measure": "30 人", "m1": "开第一次", "m1_by": "2022-03-31"}


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
def rep(as_person):
    return as_person(f"owner of {MINE}", WHEN)


def handed_in(client, entry, **change):
    client.post(f"/incubation/stay/{entry.pk}/plan/", {**WHOLE, **change})
    return client.post(f"/incubation/stay/{entry.pk}/plan/submit/")


class TestTodos:
    """What the desk asks for at 08:30."""

    def test_of_the_operator(self, as_person):
        page = as_person("liang", WHEN).get("/").content.decode()
        assert (
            "签字页还有 30 份没归档" in page
            and "孵化计划还有 30 份没交" in page
            and "还剩 9 工作日" in " ".join(unescape(page).split())
        )

    def test_of_the_bureau_there_are_none(self, as_person):
        assert "孵化计划还有" not in as_person("hao", WHEN).get("/").content.decode()

    def test_of_the_organisation(self, rep, entry):
        page = rep.get("/").content.decode()
        assert f"/incubation/stay/{entry.pk}/plan/" in page and "还剩 9" in page


class TestArchive:
    """One act for many."""

    def test_all_thirty_into_a_box(self, as_person, batch):
        client = as_person("liang", WHEN)
        papers = [str(one.pk) for one in Agreement.objects.filter(place__batch=batch, state="signed")]
        url = f"/incubation/batches/{batch.pk}/agreements/archive/"
        assert client.post(url, {"paper": papers, "box": "2022-孵-01"}).status_code == 302
        assert Agreement.objects.filter(archive_box="2022-孵-01").count() == 30
        assert AuditEvent.objects.filter(event="incubation.agreement.archived").count() == 30
        assert "没归档" not in client.get("/").content.decode()
        assert client.post(url, {"paper": papers, "box": "2"}).status_code == 409

    @pytest.mark.parametrize(("n", "box"), [(1, " "), (0, "1")])
    def test_without_a_place_or_a_paper_it_is_refused(self, as_person, batch, n, box):
        papers = [str(one.pk) for one in Agreement.objects.filter(place__batch=batch)[:n]]
        answer = as_person("liang", WHEN).post(
            f"/incubation/batches/{batch.pk}/agreements/archive/", {"paper": papers, "box": box}
        )
        assert answer.status_code == 409 and not Agreement.objects.filter(archived_at__isnull=False).exists()

    def test_a_scan_is_enough(self, as_person, batch):
        from django.core.files.uploadedfile import SimpleUploadedFile

        from sanshe.incubation.story.applications import PAPER

        paper = Agreement.objects.filter(place__batch=batch)[0]
        sent = {"paper": [str(paper.pk)], "scan": SimpleUploadedFile("s.pdf", PAPER, "application/pdf")}
        client = as_person("liang", WHEN)
        assert client.post(f"/incubation/batches/{batch.pk}/agreements/archive/", sent).status_code == 302
        page = client.get(f"/incubation/agreements/{paper.pk}/").content.decode()
        assert "/files/" in page and as_person("he", WHEN).get(f"/incubation/agreements/{paper.pk}/").status_code == 403

    def test_the_bureau_does_not(self, as_person, batch):
        answer = as_person("hao", WHEN).post(f"/incubation/batches/{batch.pk}/agreements/archive/", {"box": "1"})
        assert answer.status_code == 403


class TestForm:
    """Written on a phone."""

    def test_it_begins_with_what_the_application_said(self, rep, entry):
        page = rep.get(f"/incubation/stay/{entry.pk}/plan/").content.decode()
        assert "每周二下午在居民活动室办一次" in page and "还差 1 处" in page

    def test_each_field_is_kept_as_typed(self, rep, entry):
        url = f"/incubation/stay/{entry.pk}/plan/"
        rep.get(url)
        sent = {"field": "aim", "value": "为老人", "version": 1}
        answer = rep.post(f"{url}save/", json.dumps(sent), content_type="application/json")
        assert answer.status_code == 200 and answer.json()["version"] == 2
        assert "为老人" in rep.get(url).content.decode()
        clash = rep.post(f"{url}save/", json.dumps({**sent, "value": "别的"}), content_type="application/json")
        assert clash.status_code == 409 and clash.json()["theirs"] == "为老人"

    def test_a_draft_leaves_no_record_and_handing_in_does(self, rep, entry):
        rep.get(f"/incubation/stay/{entry.pk}/plan/")
        assert not AuditEvent.objects.filter(kind="incubation.plan").exists()
        assert handed_in(rep, entry).status_code == 302
        assert AuditEvent.objects.get(kind="incubation.plan").event == "incubation.plan.submitted"

    def test_what_is_missing_is_said(self, rep, entry):
        answer = handed_in(rep, entry, m1="")
        assert answer.status_code == 409 and "还差 1 处没填" in answer.content.decode()
        assert Plan.objects.get(entry=entry).state == "draft"


class TestLate:
    """Taken in, and said."""

    def test_the_last_second_is_in_time_and_the_next_is_not(self, as_person, entry):
        handed_in(as_person(f"owner of {MINE}", "2022-03-03 17:59:50"), entry)
        other = Entry.objects.get(organisation__name="安心陪诊服务队")
        handed_in(as_person("owner of 安心陪诊服务队", "2022-03-03 18:00:00"), other)
        assert [Plan.objects.get(entry=one).is_late for one in (entry, other)] == [False, True]
        page = (
            as_person("liang", "2022-03-04 09:00")
            .get(f"/incubation/batches/{entry.batch_id}/entries/")
            .content.decode()
        )
        assert page.count(">交晚了<") == 1 and page.count(">过了期限还没交<") == 28
        assert "超时" in as_person("liang", "2022-03-04 09:00").get("/").content.decode()
        inbox = as_person("wang", "2022-03-04 09:00").get("/notices/inbox/").content.decode()
        assert inbox.count("安心陪诊服务队的孵化计划交晚了") == 1 and f"{MINE}的孵化计划" not in inbox

    def test_a_correction_after_the_day_does_not_make_it_late(self, as_person, entry):
        handed_in(as_person(f"owner of {MINE}", WHEN), entry)
        as_person("liang", WHEN).post(f"/incubation/entries/{entry.pk}/plan/judge/", {"act": "return", "words": "改"})
        handed_in(as_person(f"owner of {MINE}", "2022-03-09 10:00"), entry)
        plan = Plan.objects.get(entry=entry)
        assert (plan.state, plan.is_late) == ("submitted", False)


class TestJudging:
    """Returned with words, agreed, milestones."""

    def test_returned_and_told(self, rep, as_person, entry):
        handed_in(rep, entry)
        url, client = f"/incubation/entries/{entry.pk}/plan/judge/", as_person("liang", WHEN)
        assert client.post(url, {"act": "return", "words": ""}).status_code == 409
        client.post(url, {"act": "return", "words": "写一个能数的数"})
        assert "写一个能数的数" in rep.get(f"/incubation/stay/{entry.pk}/plan/").content.decode()
        assert "孵化计划退回修改" in rep.get("/").content.decode() + rep.get("/notices/inbox/").content.decode()

    def test_agreed_makes_milestones_and_closes_the_form(self, rep, as_person, entry):
        handed_in(rep, entry)
        as_person("liang", WHEN).post(f"/incubation/entries/{entry.pk}/plan/judge/", {"act": "agree"})
        step = Plan.objects.get(entry=entry).milestones.get()
        assert (step.what, str(step.by_day)) == ("开第一次", "2022-03-31")
        assert rep.post(f"/incubation/stay/{entry.pk}/plan/", {"aim": "x"}).status_code == 409
        assert rep.post(f"/incubation/milestones/{step.pk}/reach/", {"evidence": ""}).status_code == 409
        sent = {"done_on": "2022-02-18", "evidence": "登记本第 3 页"}
        assert rep.post(f"/incubation/milestones/{step.pk}/reach/", sent).status_code == 302
        assert rep.post(f"/incubation/milestones/{step.pk}/reach/", sent).status_code == 409
        assert "登记本第 3 页" in rep.get(f"/incubation/stay/{entry.pk}/").content.decode()

    def test_who_wrote_it_for_them_does_not_agree_it(self, as_person, entry):
        client = as_person("liang", WHEN)
        handed_in(client, entry)
        assert client.post(f"/incubation/entries/{entry.pk}/plan/judge/", {"act": "agree"}).status_code == 409
        other = as_person("wang", WHEN)
        assert other.post(f"/incubation/entries/{entry.pk}/plan/judge/", {"act": "agree"}).status_code == 302

    def test_as_a_paper(self, rep, entry):
        handed_in(rep, entry)
        answer = rep.get(f"/incubation/entries/{entry.pk}/plan.docx")
        assert answer.status_code == 200 and "attachment" in answer["Content-Disposition"]


def test_who_applied_on_paper_has_nobody_yet_and_the_page_says_so(as_person, entry):
    client, paper = as_person("liang", WHEN), Entry.objects.get(organisation__name="暖阳助老服务中心")
    said = "还没有人能在手机上替这一家办事"
    assert said in client.get(f"/incubation/entries/{paper.pk}/").content.decode()
    assert said not in client.get(f"/incubation/entries/{entry.pk}/").content.decode()


class TestRights:
    """Whose it is."""

    def test_another_organisation_finds_nothing(self, as_person, rep, entry):
        handed_in(rep, entry)
        other = as_person("owner of 安心陪诊服务队", WHEN)
        urls = [
            f"/incubation/stay/{entry.pk}/",
            f"/incubation/stay/{entry.pk}/plan/",
            f"/incubation/entries/{entry.pk}/plan.pdf",
        ]
        assert {other.get(url).status_code for url in urls} == {404}
        assert other.post(f"/incubation/stay/{entry.pk}/plan/submit/").status_code == 404
        assert other.get(f"/incubation/entries/{entry.pk}/").status_code == 403

    @pytest.mark.parametrize(
        ("key", "status"), [("hao", 200), ("kong", 200), ("qiao", 200), ("liang", 200), ("he", 403), ("tianx", 403)]
    )
    def test_who_reads_the_page(self, as_person, entry, key, status):
        assert as_person(key, WHEN).get(f"/incubation/entries/{entry.pk}/").status_code == status

    @pytest.mark.parametrize("key", ["hao", "kong", "qiao"])
    def test_who_reads_does_not_write(self, as_person, entry, key):
        assert as_person(key, WHEN).post(f"/incubation/stay/{entry.pk}/plan/submit/").status_code == 403


def test_the_list_asks_as_much_for_three_as_for_thirty(as_person, batch):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    url, client = f"/incubation/batches/{batch.pk}/entries/", as_person("liang", WHEN)
    client.get(url)
    with CaptureQueriesContext(
        connection,
    ) as many:
        client.get(url)
    Entry.objects.filter(batch=batch, pk__in=Entry.objects.filter(batch=batch).values("pk")[3:]).update(state="left")
    with CaptureQueriesContext(connection) as few:
        client.get(url)
    assert len(many) == len(few) <= 14


def test_thirty_obligations_each_with_its_organisation(told, at):
    found = [one for one in reminded(at(WHEN)) if one.source.code == "incubation.plan"]
    assert len(found) == 30 and len({one.line.owner for one in found}) == 30
    assert {one.due.moment for one in found} == {at("2022-03-03 18:00")}

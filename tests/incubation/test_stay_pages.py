"""The pages from the mid-term assessment to leaving: each role does its part, nobody sees another's."""

import re
from datetime import date

import pytest

from sanshe.incubation.actions.end import assessment, exit
from sanshe.incubation.enums.end.assessment import Kind
from sanshe.incubation.enums.end.exit import ExitKind
from sanshe.incubation.models import Assessment, Entry, Exit, Graduation, Mark, Rectification
from sanshe.incubation.queries.end import assessment as queries

pytestmark = pytest.mark.django_db
KEPT = "calendar_|areas_"  # tables that are asked for their version once a second, whatever the page


@pytest.fixture
def enter(stay, client_of, it_is):
    """A browser of one of the people at a moment: enter('liang', '2022-08-17 10:00')."""

    def make(key, when):
        it_is(when)
        return client_of(stay.users[key])

    return make


def page(client, url, status=200):
    answer = client.get(url)
    assert answer.status_code == status, answer.content.decode()[:500]
    return answer.content.decode()


def post(client, url, **said):
    answer = client.post(url, said)
    assert answer.status_code == 302, (answer.status_code, answer.content.decode()[:800])
    return answer


class TestTheWholeWay:
    """One organisation, from the announcement to the certificate, on the pages alone."""

    def test_midterm_to_graduation(self, stay, enter):
        self.midterm(stay, enter)
        self.final(stay, enter)

    def midterm(self, stay, enter):
        batch = f"/incubation/batches/{stay.batch.pk}"
        liang = enter("liang", "2022-08-17 10:00")
        assert "可以通知了" in page(liang, f"{batch}/assessments/")
        post(liang, f"{batch}/assessments/announce/", kind="midterm", report_by="2022-08-24")
        row = Assessment.objects.get(entry=stay.entries[0])
        base = f"/incubation/entries/{row.entry_id}/assessments/{row.pk}/"
        self.report(enter("rep", "2022-08-20 20:00"), base, row)
        self.assess(enter, base, row, "2022-08-25", 0.3)
        assert "按规则算出来：整改" in page(enter("liang", "2022-08-26 10:00"), base)
        post(enter("liang", "2022-08-26 10:00"), f"{base}manage/", act="propose", verdict="rectify")
        post(enter("hao", "2022-08-26 11:00"), f"{base}decide/", act="agree")
        post(enter("liang", "2022-08-26 14:00"), f"{base}rectify/", points="账目没有公开\n没有会议记录", workdays="10")
        notice = Rectification.objects.get()
        place = f"/incubation/entries/{row.entry_id}/rectifications/{notice.pk}/"
        rep = enter("rep", "2022-09-01 20:00")
        assert "账目没有公开" in page(rep, place)
        post(rep, f"{place}answer/", **{"a-1": "贴在门口了", "a-2": "补了三次"})
        post(enter("hao", "2022-09-05 10:00"), f"{place}check/", act="good", found="看了照片")
        assert "整改好了" in page(enter("liang", "2022-09-05 11:00"), f"{batch}/assessments/")

    def report(self, rep, base, row):
        front = page(rep, "/")
        assert "最迟 8月24日 24 时" in front and front.count("<h2>甲社</h2>") == 1
        text = page(rep, f"{base}report/")
        assert "data-autosave" in text and "章程和分工" in text
        said = {"field": "i1", "value": "三个人各有分工", "version": row.version}
        kept = rep.post(f"{base}report/save/", said, content_type="application/json")
        assert kept.status_code == 200 and kept.json()["version"] == row.version + 1
        again = rep.post(f"{base}report/save/", said | {"value": "另一句"}, content_type="application/json")
        assert again.status_code == 409 and again.json()["theirs"] == "三个人各有分工"
        assert rep.post(f"{base}report/hand-in/").status_code == 409
        fields = dict.fromkeys(queries.fields_of(row), "有")
        post(rep, f"{base}report/", **fields)
        post(rep, f"{base}report/hand-in/")
        assert "等面谈" in page(rep, f"{base}report/")

    def assess(self, enter, base, row, day, share):
        wang, fan = (enter(key, f"{day} 09:00").user for key in ("wang", "fan"))
        for who in (wang, fan):
            post(enter("liang", f"{day} 09:00"), f"{base}manage/", act="name", person=str(who.pk))
        marks = {f"m-{line.no}": round(line.points * share) for line in queries.lines(row.batch, row.kind)}
        for key in ("wang", "fan"):
            self.declare(enter(key, f"{day} 10:00"), base)
            post(enter(key, f"{day} 10:00"), f"{base}mark/", **marks)
            assert "总分" not in page(enter(key, f"{day} 10:00"), base)
        liang = enter("liang", f"{day} 11:00")
        post(liang, f"{base}manage/", act="interview", record="谈了一小时", held_on=day)
        assert "总分" in page(liang, base)
        papers = {f"p-{paper.no}": "seen" for paper in queries.papers(row)}
        post(liang, f"{base}manage/", act="papers", **papers)

    def declare(self, who, base):
        """Before an assessor has declared, no address of the assessment tells them anything."""
        assert who.get(base).headers["Location"] == f"{base}declare/"
        assert who.get(f"{base}self.docx").status_code == who.post(f"{base}mark/", {}).status_code == 409
        assert "三个人各有分工" not in page(who, f"{base}declare/")
        post(who, f"{base}declare/", kind="", said="")

    def final(self, stay, enter):
        batch = f"/incubation/batches/{stay.batch.pk}"
        post(
            enter("liang", "2023-01-17 10:00"),
            f"{batch}/assessments/announce/",
            kind="graduation",
            report_by="2023-01-31",
        )
        row = Assessment.objects.get(entry=stay.entries[0], kind="graduation")
        base = f"/incubation/entries/{row.entry_id}/assessments/{row.pk}/"
        rep = enter("rep", "2023-01-20 20:00")
        post(rep, f"{base}report/", **dict.fromkeys(queries.fields_of(row), "做到了"))
        post(rep, f"{base}report/hand-in/")
        self.assess(enter, base, row, "2023-02-08", 0.9)
        post(enter("liang", "2023-02-09 10:00"), f"{base}manage/", act="propose", verdict="recommended")
        post(enter("hao", "2023-02-09 11:00"), f"{base}decide/", act="agree")
        place = f"/incubation/entries/{row.entry_id}/graduation/"
        post(enter("liang", "2023-02-09 14:00"), f"{place}propose/")
        assert "等民政局批" in page(enter("rep", "2023-02-09 15:00"), place)
        hao = enter("hao", "2023-02-10 09:00")
        assert "批出壳" in page(hao, "/")
        post(hao, f"{place}approve/", act="approve")
        assert "创出壳〔2023〕1 号" in page(enter("rep", "2023-02-10 10:00"), place)
        for fmt, mark in (("pdf", b"%PDF"), ("docx", b"PK")):
            answer = enter("rep", "2023-02-10 10:00").get(f"{place}certificate.{fmt}")
            assert answer.status_code == 200 and answer.content.startswith(mark)
        visit = Graduation.objects.get().visits.first()
        post(enter("liang", "2023-05-08 10:00"), f"{place}visits/{visit.pk}/", record="开了三次活动")
        assert "开了三次活动" in page(enter("liang", "2023-05-08 11:00"), place)


@pytest.fixture
def urls(stay, at, assessed, graduate):
    """Each page of an organisation in its first state, with a row behind it."""
    row = assessed("midterm", "2022-08-17 10:00", share=0.3)
    who = {"by": stay.liang, "at": at("2022-08-18 10:00")}
    assessment.propose(assessment=row, verdict="rectify", reason="", **who)
    assessment.decide(assessment=row, agrees=True, by=stay.hao, at=at("2022-08-18 10:00"))
    from sanshe.incubation.actions.end import rectification

    notice = rectification.issue(assessment=row, points=["账"], workdays=10, **who)
    left = exit.propose(entry=row.entry, kind=ExitKind.GIVEN_UP, reason="搬走了", **who)
    exit.notice(exit=left, by=stay.hao, at=at("2022-08-18 10:00"))
    graduate(entry=stay.entries[1])
    base = f"/incubation/entries/{row.entry_id}/"
    return {
        "both": [f"{base}rectifications/{notice.pk}/", f"{base}graduation/", f"{base}exit/",
                 f"{base}rectifications/{notice.pk}/notice.docx", f"{base}exit/notice.pdf",
                 f"{base}assessments/{row.pk}/self.docx", f"{base}assessments/{row.pk}/sheet.pdf"],
        "own": [f"{base}assessments/{row.pk}/report/"],
        "office": [f"{base}assessments/{row.pk}/", f"/incubation/batches/{stay.batch.pk}/assessments/"],
    }  # fmt: skip


def status(client, url):
    return client.get(url).status_code


class TestWhoSees:
    """Own, other's, another area's."""

    def test_the_organisation_sees_its_own_and_not_the_offices(self, urls, enter):
        rep = enter("rep", "2022-08-22 10:00")
        assert {url: status(rep, url) for url in urls["both"] + urls["own"]} == dict.fromkeys(
            urls["both"] + urls["own"], 200
        )
        assert {status(rep, url) for url in urls["office"]} <= {403, 404}

    def test_another_organisations_rep_gets_a_missing_page(self, stay, urls, client_as, it_is):
        it_is("2022-08-22 10:00")
        other = client_as("organisation_rep", organisation=stay.entries[2].organisation_id)
        assert {status(other, url) for url in urls["both"] + urls["own"]} == {404}
        assert "甲社" not in page(other, "/")

    @pytest.mark.parametrize("role", ["auditor", "district_admin"])
    def test_who_looks_on_reads_and_does_nothing(self, urls, client_as, it_is, role):
        it_is("2022-08-22 10:00")
        reader = client_as(role)
        assert {status(reader, url) for url in urls["both"] + urls["office"]} == {200}
        assert {reader.post(f"{url}propose/").status_code for url in urls["both"] if url.endswith("/graduation/")} == {
            403
        }
        text = "".join(page(reader, url) for url in urls["office"] + urls["both"][:3])
        assert "btn-seal" not in text and "<textarea" not in text

    def test_another_district_sees_none_of_it(self, urls, client_as, it_is):
        it_is("2022-08-22 10:00")
        stranger = client_as("bureau_officer", path="140214")
        assert {status(stranger, url) for url in urls["both"] + urls["office"]} == {404}

    def test_another_district_acts_on_none_of_it(self, stay, urls, client_as, it_is):
        it_is("2022-08-22 10:00")
        strangers = [client_as(role, path="140214") for role in ("centre_operator", "bureau_officer")]
        before = (Exit.objects.count(), Graduation.objects.count())
        base = f"/incubation/entries/{stay.entries[0].pk}/"
        row = Assessment.objects.get(entry=stay.entries[0], kind="midterm")
        acts = [
            "exit/propose/",
            "exit/approve/",
            "exit/lines/1/",
            "graduation/propose/",
            "graduation/approve/",
            "extension/",
        ]
        acts += [f"assessments/{row.pk}/{act}/" for act in ("mark", "manage", "decide", "rectify")]
        answers = {
            one.post(base + act, {"kind": "given_up", "act": "remind"}).status_code for one in strangers for act in acts
        }
        assert answers <= {403, 404} and (Exit.objects.count(), Graduation.objects.count()) == before


def test_the_report_is_on_a_phone_page_without_scripts(stay, at, enter):
    row = assessment.announce(
        entry=stay.entries[0], kind=Kind.MIDTERM, report_by=date(2022, 8, 24), by=stay.liang, at=at("2022-08-17 10:00")
    )
    rep = enter("rep", "2022-08-18 10:00")
    url = f"/incubation/entries/{row.entry_id}/assessments/{row.pk}/report/"
    post(rep, url, i1="一句话")
    assert "一句话" in page(rep, url) and "还差 9 处" in page(rep, url)
    text = page(rep, url)
    assert "<script>" not in text and " style=" not in text


def test_a_file_of_the_report_opens_for_its_people_only(stay, at, enter, client_as, settings, tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from sanshe.core.files.queries import attachments
    from sanshe.incubation.story.applications import PAPER

    settings.FILES_ROOT = tmp_path
    row = assessment.announce(
        entry=stay.entries[0], kind=Kind.MIDTERM, report_by=date(2022, 8, 24), by=stay.liang, at=at("2022-08-17 10:00")
    )
    rep = enter("rep", "2022-08-18 10:00")
    base = f"/incubation/entries/{row.entry_id}/assessments/{row.pk}/report/files/"
    assert rep.post(base, {"slot": "i1", "file": SimpleUploadedFile("章程.pdf", PAPER)}).status_code == 302
    kept = attachments(queries.KIND, row.pk)[0]
    other = client_as("organisation_rep", organisation=stay.entries[2].organisation_id)
    answers = [status(one, f"/files/{kept.pk}/") for one in (rep, enter("liang", "2022-08-18 11:00"), other)]
    assert answers[2] == 404 and answers[:2] == [200, 200]


def test_queries_do_not_grow_with_the_rows(stay, at, enter):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    liang = enter("liang", "2022-08-17 10:00")
    url = f"/incubation/batches/{stay.batch.pk}/assessments/"
    page(liang, url), page(liang, "/")

    def counted():
        found = []
        for one in (url, "/"):
            with CaptureQueriesContext(
                connection,
            ) as caught:
                page(liang, one)
            found.append(len([one for one in caught if not re.search(KEPT, one["sql"])]))
        return found

    assessment.announce_all(
        batch=stay.batch, kind=Kind.MIDTERM, report_by=date(2022, 8, 24), by=stay.liang, at=at("2022-08-17 10:00")
    )
    few = counted()
    for n in range(30, 36):
        stay.enter(f"多{n}社", n)
    assessment.announce_all(
        batch=stay.batch, kind=Kind.MIDTERM, report_by=date(2022, 8, 24), by=stay.liang, at=at("2022-08-17 10:00")
    )
    assert Entry.objects.count() == 9 and counted() == few


def test_indicators_are_edited_until_the_first_is_announced(stay, at, enter):
    liang = enter("liang", "2022-08-10 10:00")
    url = f"/incubation/batches/{stay.batch.pk}/indicators/midterm/"
    said = {"dimension": ["内部治理", "服务开展", "财务管理", "内部治理"], "name": ["甲", "乙", "丙", ""],
            "says": [""] * 4, "points": ["30", "40", "30", ""]}  # fmt: skip
    post(liang, url, **said)
    assert 'value="甲"' in page(liang, url)
    assert liang.post(url, said | {"points": ["30", "40", "31", ""]}).status_code == 409
    assessment.announce_all(
        batch=stay.batch, kind=Kind.MIDTERM, report_by=date(2022, 8, 24), by=stay.liang, at=at("2022-08-17 10:00")
    )
    assert "<input" not in page(liang, url).split("s-sheet")[1] and liang.post(url, said).status_code == 409


def test_the_register_says_incubated_only_when_everybody_has_ended(stay, at, enter, graduate):
    liang = enter("liang", "2023-02-10 09:00")
    assert "累计入壳" in page(liang, "/incubation/register/")
    entries = [stay.entries[0], stay.entries[1]]
    last = stay.entries[2].organisation
    type(last).objects.filter(pk=last.pk).update(filing_number="备〔2023〕1 号")
    for entry in [*entries, Entry.objects.select_related("organisation", "batch").get(pk=stay.entries[2].pk)]:
        assert "累计入壳" in page(liang, "/incubation/register/")
        graduate(entry=entry)
    text = page(liang, "/incubation/register/")
    assert "累计孵化" in text and "累计入壳" not in text


def test_who_stepped_aside_reads_no_rectification_that_follows(stay, enter, urls):
    notice = Rectification.objects.get()
    name = notice.entry.organisation.name
    board, ledger = urls["office"][1], "/ledgers/incubation.rectifications/"
    place = urls["both"][0]
    hao = enter("hao", "2022-08-19 10:00")
    assert status(hao, place) == 200 and name in page(hao, ledger) and place in page(hao, board)
    given = notice.assessment.assessors.filter(person=stay.users["hao"].pk)
    Mark.objects.filter(assessor__in=given).delete()
    given.delete()
    said = {
        "declared_at": notice.issued_at,
        "named_at": notice.issued_at,
        "relation": "cooperation",
        "said": "办过活动",
    }
    notice.assessment.assessors.create(person=stay.users["hao"].pk, **said)
    hao = enter("hao", "2022-08-19 10:01")
    paths = [place, urls["both"][3]]
    assert [status(hao, url) for url in paths] == [409, 409]
    assert hao.post(f"{place}check/", {"act": "good", "found": "看过"}).status_code == 409
    notice.assessment.assessors.create(person=stay.users["liang"].pk, **said)
    again = enter("liang", "2022-08-19 10:01").post(f"{urls['office'][0]}rectify/", {"points": "账", "workdays": "10"})
    assert again.status_code == 409 and "回避" in again.content.decode()
    assert name not in page(hao, ledger) and place not in page(hao, board)
    assert status(enter("rep", "2022-08-19 10:01"), place) == 200


def test_who_stepped_aside_finds_nothing_of_it_on_any_page(stay, at, enter, settings, tmp_path):
    from django.core.files.uploadedfile import SimpleUploadedFile

    from sanshe.core.files.queries import attachments
    from sanshe.incubation.story.applications import PAPER

    settings.FILES_ROOT = tmp_path
    row = assessment.announce(
        entry=stay.entries[0], kind=Kind.MIDTERM, report_by=date(2022, 8, 24), by=stay.liang, at=at("2022-08-17 10:00")
    )
    base = f"/incubation/entries/{row.entry_id}/assessments/{row.pk}/"
    rep, when = enter("rep", "2022-08-18 09:00"), "2022-08-18 10:00"
    rep.post(f"{base}report/files/", {"slot": "i1", "file": SimpleUploadedFile("章程.pdf", PAPER)})
    post(rep, f"{base}report/", **dict.fromkeys(queries.fields_of(row), "只有评估人能看的话"))
    post(rep, f"{base}report/hand-in/")
    file = f"/files/{attachments(queries.KIND, row.pk)[0].pk}/"
    papers = f"/ledgers/papers/incubation.batch/{stay.batch.pk}/incubation.self_report/"
    ledger = "/ledgers/incubation.assessments/"
    wang = enter("wang", when)
    seen = [
        status(wang, file),
        "甲社" in page(wang, ledger),
        "甲社" in page(wang, papers),
        "只有评估人" in page(wang, base),
    ]
    assert seen == [200, True, True, True]
    post(enter("liang", when), f"{base}manage/", act="name", person=str(stay.users["wang"].pk))
    assert [status(wang, file), "甲社" in page(wang, papers), status(wang, f"{base}self.pdf")] == [404, False, 409]
    post(wang, f"{base}declare/", kind="cooperation", said="去年一起办过活动")
    told = page(wang, f"{base}declare/")
    assert "您已回避" in told and "只有评估人" not in told
    assert [status(wang, file), "甲社" in page(wang, papers), status(wang, f"{base}self.pdf")] == [404, False, 409]
    assert "甲社" not in page(wang, ledger)
    cell = page(wang, f"/incubation/batches/{stay.batch.pk}/assessments/")
    assert "回避" in cell and "等面谈" not in cell
    assert status(wang, base) == 302 and wang.post(f"{base}manage/", {"act": "remind"}).status_code == 409


def test_who_stepped_aside_finds_nothing_of_the_rectification_that_followed(stay, at, enter):
    row = assessment.announce(
        entry=stay.entries[0], kind=Kind.MIDTERM, report_by=date(2022, 8, 24), by=stay.liang, at=at("2022-08-17 10:00")
    )
    when = at("2022-08-18 10:00")
    assessment.name_assessor(assessment=row, person=stay.users["wang"].pk, by=stay.liang, at=when)
    issued = {"number": "整改 2022-1", "issued_at": when, "due_on": date(2022, 9, 1), "area_path": row.area_path}
    notice = Rectification.objects.create(assessment=row, entry=row.entry, **issued)
    base = f"/incubation/entries/{row.entry_id}/"
    own, paper = f"{base}rectifications/{notice.pk}/", f"{base}rectifications/{notice.pk}/notice.docx"
    lists = ("/ledgers/incubation.rectifications/", f"/incubation/batches/{stay.batch.pk}/assessments/", base)

    def found(key):
        client = enter(key, "2022-08-18 12:00")
        said = [f"rectifications/{notice.pk}" in page(client, url) for url in lists]
        return [status(client, own), status(client, paper), *said]

    post(enter("wang", "2022-08-18 11:00"), f"{base}assessments/{row.pk}/declare/", kind="cooperation", said="办过活动")
    assert found("liang") == [200, 200, True, True, True]
    assert found("wang") == [409, 409, False, False, False]

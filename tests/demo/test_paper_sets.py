"""Papers made on the pages of a batch: one at a time, or in sets in the background; each keeps its version."""

import io
import zipfile

import pytest
from docx import Document as Word

from sanshe.core.jobs.actions import work
from sanshe.core.kit.shanghai import at
from sanshe.core.papers import actions, queries
from sanshe.core.papers.models import Paper, PaperSet
from sanshe.core.papers.types import Para

pytestmark = pytest.mark.django_db
UNTIL = "0217a"
WHEN = "2022-02-17 14:30"
CASE = "incubation.batch"


@pytest.fixture
def where():
    from sanshe.incubation.models import Batch

    return f"/ledgers/papers/{CASE}/{Batch.objects.get(no=3).pk}/"


@pytest.fixture
def liang(as_person):
    return as_person("liang", WHEN)


def page(client, url):
    answer = client.get(url)
    assert answer.status_code == 200, url
    return answer.content.decode()


def one_of(client, where, kind, place=0):
    """(what to send, the address it is sent to) for one paper of a kind."""
    import re

    subjects = re.findall(r'name="subject" value="([0-9a-f-]+)"', page(client, f"{where}{kind}/"))
    return {"subject": subjects[place]}, f"{where}{kind}/make/"


def test_the_page_of_a_batch_lists_what_this_person_may_make(liang, where):
    told = page(liang, where)
    for title in (
        "招募公告",
        "初审未通过通知书",
        "评审打分表",
        "入选通知书",
        "社会组织孵化协议",
        "公示期满，有没入选的时候",
    ):
        assert title in told
    assert "异议答复书" not in told  # the operator follows an objection, and never handles it


def test_who_handles_objections_makes_their_papers(as_person, where):
    told = page(as_person("du", WHEN), where)
    assert "异议答复书" in told and "复核答复以后" in told


@pytest.mark.parametrize("key", ["kong", "qiao"])
def test_who_only_reads_makes_nothing(as_person, where, key):
    client = as_person(key, WHEN)
    assert "没有归您做的文书" in page(client, where)
    assert client.post(f"{where}incubation.selected/set/").status_code == 404


def test_another_area_has_none_of_it(liang, where, user_as, client_of):
    stranger = client_of(user_as("centre_operator", "140214"))
    said, url = one_of(liang, where, "incubation.selected")
    liang.post(url, {**said, "fmt": "pdf"})
    whole = ask(liang, where, "incubation.reserve_letter")
    gets = (where, f"{where}incubation.selected/", f"/ledgers/paper/{Paper.objects.get().pk}.pdf", whole)
    assert {stranger.get(one).status_code for one in gets} == {404}
    posts = (url, f"{where}incubation.selected/set/", f"{whole}stop/")
    assert {stranger.post(one, {**said, "fmt": "pdf"}).status_code for one in posts} == {404}


@pytest.mark.parametrize("fmt", ["docx", "pdf"])
def test_one_click_makes_a_paper_and_hands_it_out_once_and_again(liang, where, fmt):
    said, url = one_of(liang, where, "incubation.selected")
    answers = [liang.post(url, {**said, "fmt": fmt}, follow=True) for _time in range(2)]
    assert [one.status_code for one in answers] == [200, 200]
    assert Paper.objects.filter(code="incubation.selected").count() == 1
    assert "%E5%85%A5%E9%80%89" in answers[0]["Content-Disposition"]  # 入选
    assert answers[0].content[:4] in (b"PK\x03\x04", b"%PDF")


def test_a_paper_of_a_subject_that_is_not_there_is_not_made(liang, where):
    assert liang.post(f"{where}incubation.selected/make/", {"subject": "x", "fmt": "pdf"}).status_code == 404
    said, url = one_of(liang, where, "incubation.selected")
    assert liang.post(url, {**said, "fmt": "xlsx"}).status_code == 404


def ask(client, where, kind):
    answer = client.post(f"{where}{kind}/set/")
    assert answer.status_code == 302
    return answer["Location"]


def test_a_set_is_made_in_the_background_and_packed(liang, where, as_person):
    url = ask(liang, where, "incubation.selected")
    assert "做了 0 份，共 30 份" in page(liang, url)
    work()
    row = PaperSet.objects.get()
    seen = liang.get(url, headers={"X-Part": "1"})
    assert "30 份做好了" in page(liang, url) and "<html" not in seen.content.decode()
    assert liang.get(url, headers={"X-Part": "1", "If-None-Match": seen["ETag"]}).status_code == 304
    assert Paper.objects.count() == 30
    pack = zipfile.ZipFile(io.BytesIO(liang.get(f"/files/{row.file}/").content))
    names = pack.namelist()
    assert len(names) == 60 and "03-001" in min(names) and "入选通知书.docx" in min(names)
    letter = Word(io.BytesIO(pack.read(next(one for one in names if "暖阳" in one and one.endswith("docx")))))
    assert any("入选" in line.text for line in letter.paragraphs)
    assert as_person("kong", WHEN).get(f"/files/{row.file}/").status_code == 404


class Died(BaseException):
    """What a worker that is killed leaves behind: nothing is caught."""


def test_a_set_whose_worker_died_goes_on_and_makes_none_twice(liang, where, monkeypatch):
    from sanshe.core.jobs.actions import reap
    from sanshe.core.kit import clock
    from sanshe.core.papers.adapters import pdf

    ask(liang, where, "incubation.selected")
    real, count = pdf.render, [0]

    def dies(doc):
        count[0] += 1
        if count[0] == 5:
            raise Died
        return real(doc)

    monkeypatch.setattr(pdf, "render", dies)
    with pytest.raises(Died):
        work()
    assert Paper.objects.count() == 5
    import datetime

    reap(real=clock.real() + datetime.timedelta(hours=1))
    monkeypatch.setattr(pdf, "render", real)
    from django_tasks_db.models import DBTaskResult

    DBTaskResult.objects.filter(status="READY").update(run_after=clock.real())
    work()
    row = PaperSet.objects.get()
    assert row.finished_at and Paper.objects.count() == 30
    from sanshe.core.files.models import Attachment

    assert Attachment.objects.filter(kind="papers.set", subject=row.pk).count() == 1


def test_a_set_is_stopped_and_its_papers_stay(liang, where, monkeypatch):
    from sanshe.core.papers.adapters import pdf

    url = ask(liang, where, "incubation.selected")
    real, count = pdf.render, [0]

    def stops(doc):
        count[0] += 1
        if count[0] == 3:
            assert liang.post(f"{url}stop/").status_code == 302
        return real(doc)

    monkeypatch.setattr(pdf, "render", stops)
    work()
    row = PaperSet.objects.get()
    assert row.cancelled_at and not row.file and Paper.objects.count() == 3
    assert "停下了" in page(liang, url)
    assert "不能再停" in liang.post(f"{url}stop/").content.decode()


def test_a_paper_keeps_the_version_it_was_made_with(liang, where, as_person):
    said, url = one_of(liang, where, "incubation.form_registered")
    liang.post(url, {**said, "fmt": "pdf"})
    first = Paper.objects.get()
    _version, doc = queries.template(first.code)
    new = queries.newest_template(first.code)[1]
    changed = type(new)(**{f: getattr(new, f) for f in new.__slots__} | {"blocks": (*new.blocks, Para("加一句。"))})
    who = as_person("liang", WHEN)
    from sanshe.core.accounts.queries import actor_for

    by = actor_for(who.user, at(WHEN))
    actions.save_template(code=first.code, tree=changed, version=0, by=by, at=at(WHEN))
    liang.post(url, {**said, "fmt": "pdf"})
    second = Paper.objects.exclude(pk=first.pk).get()
    assert (first.template_version, second.template_version) == (0, 1)
    assert "加一句" in second.tree and "加一句" not in Paper.objects.get(pk=first.pk).tree


def test_an_agreement_keeps_the_text_it_was_prepared_with(liang, where):
    from sanshe.core.kit.access import SYSTEM
    from sanshe.incubation.models import Agreement
    from sanshe.incubation.papers.agreement.standing import agreement_doc

    row = Agreement.objects.first()
    before = agreement_doc(row)
    changed = queries.template("incubation.agreement")[1]
    blocks = (*changed.blocks, Para("新加的一条。"))
    tree = type(changed)(**{f: getattr(changed, f) for f in changed.__slots__} | {"blocks": blocks})
    actions.save_template(code="incubation.agreement", tree=tree, version=0, by=SYSTEM, at=at(WHEN))
    assert agreement_doc(row) == before


def test_the_page_asks_the_same_however_many_papers_there_are(liang, where, django_assert_max_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as few:
        page(liang, where)
    ask(liang, where, "incubation.selected")
    work()
    with CaptureQueriesContext(connection) as many:
        page(liang, where)
    assert abs(len(many) - len(few)) <= 3 and len(many) < 90


def test_a_message_leads_to_a_letter_that_only_its_reader_opens(liang, where, as_person):
    from sanshe.core.kit.access import SYSTEM
    from sanshe.core.notices.models import Message
    from sanshe.incubation.actions.letters import send_to_applicant
    from sanshe.incubation.models import Application, Place

    place = Place.objects.filter(application__owner__isnull=False, state="confirmed").first()
    said = {"subject": str(place.pk), "fmt": "pdf"}
    liang.post(f"{where}incubation.selected/make/", said)
    paper, values = Paper.objects.get(), {"from_day": "2月17日", "to_day": "2月23日"}
    send_to_applicant(place.application, "incubation.confirmed", values, SYSTEM, at(WHEN), "once", paper=paper.pk)
    url = Message.objects.get(key="inbox:once").url
    owner = as_person(f"owner of {place.application.name}", WHEN)
    assert owner.get(url)["Content-Type"] == "application/pdf"
    other = Application.objects.exclude(owner=place.application.owner).filter(owner__isnull=False).first()
    assert as_person(f"owner of {other.name}", WHEN).get(url).status_code == 404
    assert owner.get(where).status_code in (302, 403, 404)

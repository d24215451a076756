"""The last two chapters: the mid-term assessment in August, graduation in February."""

import re
from datetime import date

import pytest
from django.db import transaction

from sanshe.core.accounts.story import actor
from sanshe.core.codes.queries import newest
from sanshe.core.figures.queries import differences, published
from sanshe.core.kit import clock
from sanshe.core.kit.shanghai import at
from sanshe.core.papers.types import QrCode
from sanshe.incubation.models import Assessment, Batch, Entry, Exit, Extension, Graduation, Rectification
from sanshe.incubation.pages import desk
from sanshe.incubation.papers.end.choices import certificates
from sanshe.incubation.papers.end.values import certificate_doc
from tests.demo.test_end_pages import astray, reach

pytestmark = pytest.mark.django_db
UNTIL = "0216a"
FOUND = {}
NEXT = {"0531a": "2022-05-31 10:00", "0817a": "2022-08-17 10:00", "0216a": "2023-02-16 15:00"}


@pytest.fixture(scope="module")
def told(district):
    """What is seen at each of these moments, then the last one for all tests."""
    for code in NEXT:
        with district.at(code):
            see(code)
    with district.at(UNTIL):
        yield


def see(code):
    """What the rows say at this moment."""
    states = Assessment.objects.values_list("kind", "state", "verdict")
    FOUND[code] = {"assessments": sorted(states), "published": published("140213", clock.now())["incubation"]}
    if when := NEXT.get(code):
        told = desk.line(actor("liang", at(when)), at(when))
        FOUND[code]["next"] = (told.next_on, str(told.next_what))


@pytest.mark.usefixtures("told")
class TestMoments:
    """Figures of each day."""

    @pytest.mark.parametrize(
        ("code", "day", "what"),
        [("0531a", date(2022, 5, 31), "写季度报告"), ("0817a", date(2022, 8, 19), "交自评"),
         ("0216a", date(2023, 2, 16), "孵化期满")],
    )  # fmt: skip
    def test_the_desk_names_the_next_day_owed(self, code, day, what):
        assert FOUND[code]["next"] == (day, what)

    def count(self, code, **said):
        rows = [dict(zip(("kind", "state", "verdict"), row, strict=True)) for row in FOUND[code]["assessments"]]
        return sum(said.items() <= row.items() for row in rows)

    @pytest.mark.parametrize(
        ("said", "n"),
        [({"state": "announced"}, 8), ({"state": "reported"}, 7), ({"state": "interviewed"}, 1),
         ({"state": "proposed"}, 1), ({"verdict": "pass", "state": "decided"}, 12), ({"verdict": "rectify"}, 1)],
    )  # fmt: skip
    def test_in_august(self, said, n):
        assert self.count("0817a", kind="midterm", **said) == n

    def test_in_february(self):
        assert self.count("0216a", kind="graduation", verdict="recommended", state="decided") == 28
        assert self.count("0216a", kind="graduation", verdict="not_yet") == 1
        assert self.count("0216a", kind="midterm", state="decided") == 30

    def test_graduated_in_incubation_and_left_add_up(self):
        found = FOUND["0216a"]["published"]
        assert (found["graduated"], found["in_incubation"], found["left"]) == (48 + 21, 9, 0)
        assert found["entered_total"] == 78 == Entry.objects.count()
        assert FOUND["0817a"]["published"]["graduated"] == 48

    def test_certificates_have_numbers_without_a_gap(self):
        numbers = list(Graduation.objects.filter(state="approved").order_by("serial").values_list("number", flat=True))
        assert numbers == [f"创出壳〔2023〕{n} 号" for n in range(1, 22)]

    def test_seven_wait_for_the_bureau_one_for_an_extension_one_hands_over(self):
        assert Graduation.objects.filter(state="proposed").count() == 7
        assert Extension.objects.get().state == "asked"
        left = Exit.objects.get()
        assert (left.state, str(left.due_on), left.lines.filter(done_at=None).count()) == ("noticed", "2023-02-16", 2)
        assert Rectification.objects.get().state == "done" and Batch.objects.get(no=3).state == "assessing"

    def test_no_counter_differs_from_its_records(self):
        assert differences("140213") == []


PEOPLE = ("liang", "hao", "kong")
WHEN = "2023-02-16 15:00"


class TestPages:
    """Every page one can reach at the end of the story."""

    @pytest.mark.parametrize("key", PEOPLE)
    def test_every_link_leads_somewhere_and_no_telephone_is_whole(self, as_person, key):
        found = reach(as_person(key, WHEN), limit=180)
        assert astray(found) == {}
        assert [url for url, (_status, text) in found.items() if re.search(r"\b1[35]\d00?352\d{4}\b", text)] == []
        assert any("/graduation/" in url for url in found)

    def test_the_bureaus_desk_and_its_word(self, as_person):
        hao = as_person("hao", WHEN)
        page = hao.get("/").content.decode()
        assert page.count("批出壳") >= 7 and "批延期" in page
        row = Graduation.objects.filter(state="proposed").select_related("entry__organisation").first()
        place = f"/incubation/entries/{row.entry_id}/graduation/"
        assert "btn-seal" in hao.get(place).content.decode()
        with transaction.atomic():
            assert hao.post(f"{place}approve/", {"act": "approve"}).status_code == 302
            row.refresh_from_db()
            assert row.number == "创出壳〔2023〕22 号"
            transaction.set_rollback(True)

    def test_a_certificate_prints_as_it_was(self, as_person):
        row = Graduation.objects.get(serial=1)
        answer = as_person("kong", WHEN).get(f"/incubation/entries/{row.entry_id}/graduation/certificate.docx")
        assert answer.status_code == 200 and answer.content[:2] == b"PK"
        text = "".join(str(one) for one in certificate_doc(row).blocks)
        assert (
            row.entry.organisation.name in text and row.identity in text and certificate_doc(row).number == row.number
        )

    def test_a_certificate_bears_a_code_that_answers_for_it(self, as_person, visitor, settings):
        settings.ADDRESS = "https://sanshe.example/"
        row = Graduation.objects.get(serial=1)
        scan = next(one for one in certificate_doc(row).blocks if isinstance(one, QrCode))
        page = scan.address.removeprefix("https://sanshe.example")
        told = visitor.get(page).content.decode()
        assert page.startswith("/v/") and scan.lines[-1].replace(" ", "") == page[3:]
        assert all(one in told for one in ("有效", row.number, row.content["name"], "不担保以后"))
        assert row.identity not in told
        before = as_person("liang", WHEN)  # the centre asks, the bureau decides
        code = newest("incubation.graduation", row.pk)
        assert f"/codes/{code.pk}/" in before.get(f"/incubation/entries/{row.entry_id}/graduation/").content.decode()
        with transaction.atomic():
            given = {"change": "revoke", "reason": "账目不实，经查实"}
            assert before.post(f"/codes/{code.pk}/ask/", given).status_code == 302
            hao = as_person("hao", WHEN)
            assert hao.post(f"/codes/{code.pk}/decide/", {"act": "agree"}).status_code == 302
            assert "已撤销" in visitor.get(page).content.decode()
            place = f"/incubation/entries/{row.entry_id}/graduation/"
            assert hao.get(f"{place}certificate.pdf").status_code == 404
            assert "证书已撤销" in hao.get(place).content.decode()
            assert row.pk not in [one.subject for one in certificates(row.entry.batch, at(WHEN))]
            transaction.set_rollback(True)

    def test_the_other_papers_print(self, as_person):
        liang = as_person("liang", WHEN)
        row = Assessment.objects.filter(kind="midterm", state="decided").first()
        base, left, notice = f"/incubation/entries/{row.entry_id}/", Exit.objects.get(), Rectification.objects.get()
        papers = [f"{base}assessments/{row.pk}/self.docx", f"{base}assessments/{row.pk}/sheet.docx"]
        papers += [f"/incubation/entries/{left.entry_id}/exit/notice.docx"]
        papers += [f"/incubation/entries/{notice.entry_id}/rectifications/{notice.pk}/notice.docx"]
        assert {liang.get(url).content[:2] for url in papers} == {b"PK"}

    def test_the_english_switch_is_whole(self, as_person):
        client = as_person("liang", WHEN)
        client.cookies["django_language"] = "en"
        page = client.get(f"/incubation/batches/{Batch.objects.get(no=3).pk}/assessments/").content.decode()
        assert "30 entered, 9 in incubation, 21 graduated" in page and "期满" not in page

    def test_the_register_shows_the_sum_by_its_right_name(self, as_person):
        page = as_person("liang", WHEN).get("/incubation/register/").content.decode()
        assert all(one in page for one in (">69</a>", ">9</a>", ">78</a>", "累计入壳"))
        assert "累计孵化，按组织去重" not in page

    def test_figures_that_are_kept_and_counted_agree(self, as_person):
        assert ">69</a>" in as_person("hao", WHEN).get("/figures/").content.decode()

"""In mid-session: nobody learns a mark, a mean or a rank; a recused member learns nothing; sheets are sealed once."""

import re
from uuid import uuid4

import pytest

from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.panel import session
from sanshe.incubation.models import Batch, Sheet, SheetClash, Slot

pytestmark = pytest.mark.django_db
UNTIL = "0114b"
WHEN = "2022-01-14 12:02"


@pytest.fixture
def b(told):
    return Batch.objects.get(no=3).pk


@pytest.fixture
def slot(told):
    """智善, on stage."""
    return Slot.objects.select_related("application").get(place=17)


@pytest.mark.parametrize("key", ["liang", "hao", "kong", "qiao"])
@pytest.mark.parametrize("page", ["", "tabulation/", "decision/", "session/"])
def test_no_score_is_on_any_page_before_the_last_seal(as_person, b, key, page):
    text = as_person(key, WHEN).get(f"/incubation/batches/{b}/{page}").content.decode()
    assert not re.search(r"\b\d\d\.\d\d\b", re.sub(r"<head>.*?</head>|<svg.*?</svg>", "", text, flags=re.S))


@pytest.mark.parametrize("name", ["summary", "minutes"])
def test_no_paper_is_printed_before_the_last_seal(as_person, b, name):
    assert as_person("liang", WHEN).get(f"/incubation/batches/{b}/tabulation/{name}.pdf").status_code == 409


def test_the_tabulation_is_refused_before_the_last_seal(as_person, b):
    assert as_person("liang", WHEN).post(f"/incubation/batches/{b}/tabulation/run/").status_code == 409


def test_a_recused_member_gets_neither_the_application_nor_a_sheet(as_person, b, slot):
    han = as_person("han", WHEN)
    assert han.get(f"/incubation/batches/{b}/read/{slot.application_id}/").status_code == 404
    assert han.get(f"/incubation/batches/{b}/pad/{slot.application_id}/").status_code == 409
    sent = {"sheet": str(uuid4()), "mark-1": "20", "act": "save"}
    answer = han.post(
        f"/incubation/batches/{b}/pad/{slot.application_id}/device/", sent, content_type="application/json"
    )
    assert answer.status_code == 409 and "回避" in answer.json()["detail"]


def test_nobody_scores_who_was_not_called(as_person, b):
    later = Slot.objects.get(place=20)
    assert as_person("jin", WHEN).get(f"/incubation/batches/{b}/pad/{later.application_id}/").status_code == 409


def test_who_is_not_on_the_panel_has_no_pad(as_person, b):
    assert as_person("liang", WHEN).get(f"/incubation/batches/{b}/pad/").status_code == 403


def sheet(**marks):
    return {"comment": "", **{f"mark-{no}": "15" for no in range(1, 6)}, **marks}


def test_a_sheet_is_sealed_once_and_answered_again(as_person, b, slot):
    jin, url = as_person("jin", WHEN), f"/incubation/batches/{b}/pad/{slot.application_id}/device/"
    sent = sheet(sheet=str(uuid4()), act="seal")
    first, again = (jin.post(url, sent, content_type="application/json") for _ in range(2))
    assert first.json()["state"] == again.json()["state"] == "sealed" and first.json()["seal"] == again.json()["seal"]
    for _ in range(2):
        other = jin.post(url, {**sent, "mark-1": "20"}, content_type="application/json")
        assert other.status_code == 409 and Sheet.objects.get(pk=sent["sheet"]).total == 75
    assert SheetClash.objects.get().sent["marks"]["1"] == 20


def test_a_half_sheet_is_kept_and_not_sealed(as_person, b, slot):
    bai, url = as_person("bai", WHEN), f"/incubation/batches/{b}/pad/{slot.application_id}/device/"
    mine = Sheet.objects.get(panelist__name="白志远", application=slot.application)
    half = bai.post(url, sheet(sheet=str(mine.pk), act="seal", **{"mark-3": ""}), content_type="application/json")
    assert half.status_code == 409 and "没打分不等于 0 分" in half.json()["detail"]
    mine.refresh_from_db()
    assert mine.state == "draft" and SheetClash.objects.count() == 0


def test_the_screen_answers_304_while_nothing_changed(as_person, b):
    hou = as_person("hou", WHEN)
    first = hou.get(f"/incubation/batches/{b}/session/", headers={"X-Part": "1"})
    same = {"X-Part": "1", "If-None-Match": first["ETag"]}
    assert hou.get(f"/incubation/batches/{b}/session/", headers=same).status_code == 304
    hou.post(f"/incubation/batches/{b}/session/act/", {"act": "ask", "text": "专职几个人？"})
    assert hou.get(f"/incubation/batches/{b}/session/", headers=same).status_code == 200


def test_the_next_is_not_called_while_somebody_is_on_stage(as_person, b):
    answer = as_person("hou", WHEN).post(f"/incubation/batches/{b}/session/act/", {"act": "call"})
    assert answer.status_code == 409 and "台上还有一家" in answer.content.decode()


def test_a_plain_panelist_does_not_lead(as_person, b):
    assert as_person("jin", WHEN).post(f"/incubation/batches/{b}/session/act/", {"act": "finish"}).status_code == 409


@pytest.mark.parametrize("sent", [b"[" * 100_000, b"[]", b"1", b'{"sheet": "\\ud83d"}', b'{"sheet": 1}'])
def test_junk_from_a_device_is_400(as_person, b, slot, sent):
    url = f"/incubation/batches/{b}/pad/{slot.application_id}/device/"
    assert as_person("jin", WHEN).post(url, sent, content_type="application/json").status_code == 400
    assert as_person("jin", WHEN).post(url, {"sheet": "x"}).status_code == 400  # a form, not a script's words
    assert as_person("jin", WHEN).post(url.replace("device/", ""), {"mark-1": "1"}).status_code == 400


def test_an_operator_of_another_area_does_not_lead(client_as, b, it_is):
    it_is(WHEN)
    for act in ("finish", "add", "ask"):
        answer = client_as("centre_operator", "140215").post(
            f"/incubation/batches/{b}/session/act/", {"act": act, "text": "?"}
        )
        assert answer.status_code == 404


def test_nor_by_the_action_itself(actor, b, at):
    with pytest.raises(Refused):
        session.add_minute(batch=Batch.objects.get(pk=b), by=actor("centre_operator", "140215"), at=at(WHEN))

"""What a device asks over the net, and the pages of staff."""

import pytest

from sanshe.core.field.models import Device, Event
from sanshe.core.kit import ids
from tests.field.conftest import AT, KIND

pytestmark = pytest.mark.django_db
KEY = str(ids.new())


@pytest.fixture(autouse=True)
def now(it_is):
    return it_is("2022-02-17 18:00")


@pytest.fixture
def phone(client_as):
    """Somebody's telephone, registered."""
    one = client_as("centre_operator")
    assert sent(one, "register", {"device": KEY, "name": "手机"}).status_code == 200
    return one


def sent(client, name, said):
    return client.post(f"/field/{name}/", said, content_type="application/json")


def noted(seq=1, door="3-201", **more):
    said = {"id": str(ids.new()), "device": KEY, "seq": seq, "kind": KIND, "noted_at": AT.isoformat(), "offset": 0}
    return {**said, "body": {"door": door}, **more}


class TestSync:
    def test_handed_in_and_told_in_words(self, phone):
        answer = sent(phone, "batch", {"sent_at": AT.isoformat(), "events": [noted(1), noted(2, "refused")]}).json()
        assert [one["state"] for one in answer["answers"]] == ["taken", "refused"]
        assert answer["answers"][0]["facts"] == {"door": "3-201"}
        assert answer["answers"][1]["said"] == "这不归您办。" and answer["at"].startswith("2022-02-17T10:0")

    def test_what_is_no_batch(self, phone):
        for said in ({}, {"events": {}}, {"events": "x"}, []):
            assert sent(phone, "batch", said).status_code == 400, said
        assert sent(phone, "batch", {"events": [], "pad": "x" * 2**21}).status_code == 413
        assert sent(phone, "batch", {"events": [noted()] * 501}).status_code == 409
        assert sent(phone, "register", {"device": "7"}).status_code == 400

    def test_receipts_and_the_list_are_of_ones_own_device(self, phone, client_as):
        sent(phone, "batch", {"events": [noted(1), noted(4)]})
        said = phone.get(f"/field/receipts/?device={KEY}&after=1").json()
        assert (said["received"], said["last"], said["missing"], len(said["answers"])) == (2, 4, [2, 3], 1)
        assert phone.get(f"/field/pull/{KIND}/?device={KEY}").json()["list"]["doors"] == ["3-201"]
        other = client_as("centre_operator")
        for path in ("receipts/", f"pull/{KIND}/"):
            assert other.get(f"/field/{path}?device={KEY}").status_code == 404
            assert phone.get(f"/field/{path}?device=7").status_code == 400
        assert phone.get(f"/field/pull/none/?device={KEY}").status_code == 404
        assert sent(other, "batch", {"events": [noted(9)]}).json()["code"] == "field.other_person"

    def test_a_revoked_device_is_told_to_forget(self, phone):
        device = Device.objects.get()
        assert (
            phone.post(f"/field/devices/{device.pk}/revoke/", {"why": "丢了", "drawn": device.mark}).status_code == 302
        )
        assert phone.get(f"/field/pull/{KIND}/?device={KEY}").json()["revoked"] is True
        assert sent(phone, "register", {"device": KEY}).json()["code"] == "field.is_revoked"
        assert sent(phone, "batch", {"events": [noted()]}).json()["answers"][0]["code"] == "field.device_revoked"

    def test_nobody_and_who_may_not(self, visitor, client_as):
        assert sent(visitor, "batch", {"events": []}).status_code in (302, 401, 403)
        assert sent(client_as("panelist"), "register", {"device": KEY}).json()["code"] == "field.not_yours"

    def test_the_worker_reaches_the_pages_of_apps(self, visitor):
        answer = visitor.get("/field/worker.js")
        assert answer["Service-Worker-Allowed"] == "/" and "javascript" in answer["Content-Type"]


class TestStaff:
    def test_what_waits_is_decided_on_its_page(self, phone, client_as):
        sent(phone, "batch", {"events": [one := noted(1), one | {"body": {"door": "3-999"}}]})
        row, decider = Event.objects.get(state="waiting"), client_as("bureau_officer")
        place = f"/field/events/{row.pk}/"
        assert "入户记录：同一条记录传来两个不同的内容" in decider.get("/").content.decode()
        html = decider.get(place).content.decode()
        assert "3-999" in html and "3-201" in html and "收下，算数" in html
        refused = decider.post(f"{place}set-aside/", {"why": "", "drawn": row.mark})
        assert refused.status_code == 409 and "请写为什么" in refused.content.decode()
        assert decider.post(f"{place}set-aside/", {"why": "写错了", "drawn": row.mark}).status_code == 302
        html = decider.get(place).content.decode()
        assert "核后不收" in html and "写错了" in html and "收下，算数" not in html

    def test_admitted(self, phone, client_as):
        sent(phone, "batch", {"events": [one := noted(1), one | {"body": {"door": "3-999"}}]})
        row, decider = Event.objects.get(state="waiting"), client_as("bureau_officer")
        decider.post(f"/field/events/{row.pk}/admit/", {"why": "", "drawn": row.mark})
        assert "核后收下" in decider.get(f"/field/events/{row.pk}/").content.decode()

    def test_readers_see_and_decide_nothing(self, phone, client_as):
        sent(phone, "batch", {"events": [noted(1, "asked")]})
        row, auditor = Event.objects.get(), client_as("auditor")
        place = f"/field/events/{row.pk}/"
        assert "收下，算数" not in auditor.get(place).content.decode()
        assert auditor.post(f"{place}admit/", {"drawn": row.mark}).status_code == 404
        assert "入户记录" in auditor.get("/ledgers/field.events/").content.decode()
        assert client_as("auditor", "140214").get(place).status_code == 404
        assert phone.get(place).status_code in (403, 404)

    def test_devices_with_what_came_of_them(self, phone, client_as):
        sent(phone, "batch", {"events": [noted(1), noted(3)]})
        html = phone.get("/field/").content.decode()
        assert "2 条，最后 3 号" in html and "还没传来的号" in html
        assert "手机" in client_as("district_admin").get("/field/").content.decode()
        assert "还没有设备" in client_as("district_admin", "140214").get("/field/").content.decode()

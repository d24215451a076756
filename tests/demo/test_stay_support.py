"""Links among the five, desks, small support: on the day after signing."""

import random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction

from sanshe.core.accounts.story import actor
from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.stay import support as actions
from sanshe.incubation.enums.stay.support import ReceiptState
from sanshe.incubation.models import Batch, DeskUse, Entry, Receipt, ResourceLink, SupportGrant
from sanshe.incubation.story.applications import PAPER

pytestmark = pytest.mark.django_db
UNTIL = "0218a"
WHEN = "2022-02-18 08:30"
MINE, OTHER = "木作园非遗传习社", "安心陪诊服务队"
ENDS = {"from_kind": "charity", "from_name": "区慈善协会", "to_kind": "organisation", "to_name": MINE, "what": "起夜灯"}


@pytest.fixture(autouse=True)
def _undone(told):
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def entry(told):
    return Entry.objects.get(organisation__name=MINE)


@pytest.fixture
def other(told):
    return Entry.objects.get(organisation__name=OTHER)


@pytest.fixture
def rep(as_person):
    return as_person(f"owner of {MINE}", WHEN)


@pytest.fixture
def grant(as_person, entry):
    as_person("liang", WHEN).post(f"/incubation/entries/{entry.pk}/support/", {"money": "3000", "purpose": "材料"})
    return SupportGrant.objects.get(entry=entry)


def scan(n=1):
    return SimpleUploadedFile("s.pdf", PAPER.replace(b"842", str(500 + n).encode()), "application/pdf")


def receipted(client, grant, money="1000", n=1, **change):
    sent = {"money": money, "what": "血压计", "spent_on": "2022-02-18", "scan": scan(n), **change}
    return client.post(f"/incubation/support/{grant.pk}/receipts/", sent)


class TestLinks:
    """Proposed, made, over."""

    def test_the_organisation_proposes_and_the_centre_links(self, rep, as_person, entry):
        assert (
            rep.post(f"/incubation/stay/{entry.pk}/links/", {**ENDS, "hours": "40", "money": "4800"}).status_code == 302
        )
        row, client = ResourceLink.objects.get(), as_person("liang", WHEN)
        assert (row.state, row.quarters, row.cents) == ("proposed", 160, 480000)
        assert "资源链接提了 1 条" in client.get("/").content.decode()
        url = f"/incubation/links/{row.pk}/move/"
        assert client.post(url, {"act": "link", "on": "2022-02-19"}).status_code == 409
        assert client.post(url, {"act": "link", "on": "2022-02-18"}).status_code == 302
        assert client.post(url, {"act": "link", "on": "2022-02-18"}).status_code == 409
        assert client.post(url, {"act": "end", "words": ""}).status_code == 409
        assert client.post(url, {"act": "end", "words": "装完了"}).status_code == 302
        page = rep.get(f"/incubation/stay/{entry.pk}/").content.decode()
        assert "40 小时，4,800 元" in page and "装完了" in page

    @pytest.mark.parametrize("change", [{"from_name": ""}, {"what": ""}, {"hours": "x"}, {"money": "x"}])
    def test_what_is_wrong_is_refused(self, rep, entry, change):
        assert rep.post(f"/incubation/stay/{entry.pk}/links/", {**ENDS, **change}).status_code == 409
        assert not ResourceLink.objects.exists()

    def test_another_organisation_finds_nothing(self, as_person, entry):
        assert as_person(f"owner of {OTHER}", WHEN).post(f"/incubation/stay/{entry.pk}/links/", ENDS).status_code == 404

    def test_the_organisation_does_not_link_by_itself(self, rep, entry):
        rep.post(f"/incubation/stay/{entry.pk}/links/", ENDS)
        assert rep.post(f"/incubation/links/{ResourceLink.objects.get().pk}/move/", {}).status_code == 403

    def test_it_stands_in_the_ledger(self, rep, as_person, entry):
        rep.post(f"/incubation/stay/{entry.pk}/links/", ENDS)
        assert "社会慈善资源：区慈善协会" in as_person("kong", WHEN).get("/ledgers/incubation.links/").content.decode()


class TestDesks:
    """A desk is held by one at a time."""

    def test_given_shown_and_released(self, as_person, rep, entry):
        client = as_person("liang", WHEN)
        assert client.post(f"/incubation/entries/{entry.pk}/desk/", {"no": "7", "room": "二楼"}).status_code == 302
        assert "7 号工位" in rep.get(f"/incubation/stay/{entry.pk}/").content.decode()
        desk = DeskUse.objects.get()
        assert client.post(f"/incubation/desks/{desk.pk}/release/").status_code == 302
        assert client.post(f"/incubation/desks/{desk.pk}/release/").status_code == 409

    @pytest.mark.parametrize("no", ["0", "31", "x"])
    def test_one_the_batch_does_not_have(self, as_person, entry, no):
        assert as_person("liang", WHEN).post(f"/incubation/entries/{entry.pk}/desk/", {"no": no}).status_code == 409

    def test_a_taken_one_is_refused_with_its_number(self, as_person, entry, other):
        client = as_person("liang", WHEN)
        client.post(f"/incubation/entries/{entry.pk}/desk/", {"no": "7"})
        answer = client.post(f"/incubation/entries/{other.pk}/desk/", {"no": "7"})
        assert answer.status_code == 409 and "7 号工位刚被别家用了" in answer.content.decode()

    def test_no_more_than_the_agreement_says(self, as_person, entry):
        client = as_person("liang", WHEN)
        client.post(f"/incubation/entries/{entry.pk}/desk/", {"no": "7"})
        assert client.post(f"/incubation/entries/{entry.pk}/desk/", {"no": "8"}).status_code == 409

    @pytest.mark.parametrize(("no", "capacity"), [(7, 30), (31, 30), (0, 30)])
    def test_the_database_itself_says_no(self, entry, other, at, no, capacity):
        said = {"batch": entry.batch, "area_path": "140213", "from_on": at(WHEN).date()}
        DeskUse.objects.create(entry=entry, no=7, capacity=30, **said)
        with pytest.raises(IntegrityError), transaction.atomic():
            DeskUse.objects.create(entry=other, no=no, capacity=capacity, **said)

    def test_never_more_held_than_the_batch_has(self, at):
        batch, when = Batch.objects.get(no=3), at(WHEN)
        batch.capacity = {**batch.capacity, "desks": 3}
        batch.save(update_fields=["capacity"])
        chance, by = random.Random(5), actor("liang", when)
        rows = list(Entry.objects.filter(batch=batch).select_related("batch", "agreement")[:8])
        for _ in range(60):
            one = chance.choice(rows)
            try:
                if chance.random() < 0.6:
                    actions.give_desk(entry=Entry.objects.get(pk=one.pk), no=chance.randrange(0, 6), by=by, at=when)
                elif desk := one.desks.first():
                    actions.release_desk(desk=desk, by=by, at=when)
            except Refused:
                pass
            held = list(DeskUse.objects.filter(batch=batch, released_on=None).values_list("no", flat=True))
            assert len(held) == len(set(held)) <= 3


class TestMoney:
    """Given, accounted for, never overspent."""

    def test_a_receipt_is_handed_in_and_checked_by_another(self, rep, as_person, grant, entry):
        assert receipted(rep, grant).status_code == 302
        paper, client = Receipt.objects.get(), as_person("liang", WHEN)
        assert "票据等核：1 张" in client.get("/").content.decode()
        assert client.post(f"/incubation/receipts/{paper.pk}/check/", {"act": "accept"}).status_code == 302
        page = rep.get(f"/incubation/stay/{entry.pk}/").content.decode()
        assert "给 3,000 元，已报 1,000 元，还剩 2,000 元" in page and "核过" in page
        assert client.post(f"/incubation/receipts/{paper.pk}/check/", {"act": "accept"}).status_code == 409

    def test_who_gave_it_in_does_not_check_it(self, as_person, grant):
        client = as_person("liang", WHEN)
        receipted(client, grant)
        url = f"/incubation/receipts/{Receipt.objects.get().pk}/check/"
        assert client.post(url, {"act": "accept"}).status_code == 409
        assert "票据等核" not in client.get("/").content.decode()
        assert as_person("wang", WHEN).post(url, {"act": "accept"}).status_code == 302

    def test_more_than_is_left_is_refused_with_what_is_left(self, rep, grant):
        receipted(rep, grant, "2500")
        answer = receipted(rep, grant, "500.01", 2)
        assert answer.status_code == 409 and "还剩 500 元" in answer.content.decode()
        assert receipted(rep, grant, "500", 3).status_code == 302

    def test_a_refused_receipt_gives_its_amount_back_and_its_scan_may_come_again(self, rep, as_person, grant):
        receipted(rep, grant, "3000")
        paper, client = Receipt.objects.get(), as_person("liang", WHEN)
        assert client.post(f"/incubation/receipts/{paper.pk}/check/", {"act": "refuse", "words": ""}).status_code == 409
        client.post(f"/incubation/receipts/{paper.pk}/check/", {"act": "refuse", "words": "看不清"})
        grant.refresh_from_db()
        assert grant.left == 300000 and receipted(rep, grant, "3000").status_code == 302
        assert "看不清" in rep.get("/notices/inbox/").content.decode()

    def test_a_scan_counts_once(self, rep, grant):
        receipted(rep, grant, "1000", 4)
        answer = receipted(rep, grant, "1000", 4)
        grant.refresh_from_db()
        assert answer.status_code == 409 and grant.spent == 100000

    @pytest.mark.parametrize("change", [{"money": "x"}, {"what": ""}, {"spent_on": "2022-02-19"}, {"scan": ""}])
    def test_what_is_wrong_is_refused(self, rep, grant, change):
        assert receipted(rep, grant, **change).status_code == 409 and not Receipt.objects.exists()

    def test_another_organisation_finds_neither_support_nor_scan(self, rep, as_person, grant):
        receipted(rep, grant)
        from sanshe.core.files.models import Attachment

        url = f"/files/{Attachment.objects.get(kind='incubation.grant').pk}/"
        stranger = as_person(f"owner of {OTHER}", WHEN)
        assert receipted(stranger, grant, n=9).status_code == 404 and stranger.get(url).status_code == 404
        assert rep.get(url).status_code == 200 and as_person("kong", WHEN).get(url).status_code == 200

    def test_the_sum_holds_whatever_comes(self, grant, at, tmp_path):
        from sanshe.core.files.actions import keep

        when, chance = at(WHEN), random.Random(2)
        people = [actor(key, when) for key in ("liang", "wang")]
        for n in range(60):
            by = chance.choice(people)
            row = Receipt.objects.filter(state="given").first() if chance.random() < 0.5 else None
            try:
                if row:
                    said = {"accepts": chance.random() < 0.4, "words": "看不清"}
                    actions.check_receipt(receipt=row, **said, by=by, at=when)
                else:
                    kept = keep(
                        upload=PAPER.replace(b"842", str(900 + n).encode()), name="s.pdf", purpose="t", by=by, at=when
                    )
                    said = {"cents": chance.randrange(1, 150000), "what": "纸", "spent_on": when.date(), "scan": kept}
                    actions.give_receipt(grant=SupportGrant.objects.get(pk=grant.pk), **said, by=by, at=when)
            except Refused:
                pass
            grant.refresh_from_db()
            standing = Receipt.objects.filter(grant=grant).exclude(state=ReceiptState.REFUSED)
            assert 0 <= grant.spent == sum(standing.values_list("cents", flat=True)) <= grant.cents

    def test_the_database_itself_never_overspends(self, grant):
        with pytest.raises(IntegrityError), transaction.atomic():
            SupportGrant.objects.filter(pk=grant.pk).update(spent=300001)

    def test_the_bureau_gives_none(self, as_person, entry):
        assert (
            as_person("hao", WHEN).post(f"/incubation/entries/{entry.pk}/support/", {"money": "1"}).status_code == 403
        )

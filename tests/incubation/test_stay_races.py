"""Many at once: a desk is held by one, an organisation gets no second desk, support is spent once, a plan is one."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection, connections

from sanshe.core.files.actions import keep
from sanshe.core.kit import ids
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.stay import plan, report, support
from sanshe.incubation.actions.stay.strike import strike
from sanshe.incubation.models import DeskUse, Entry, Plan, QuarterlyReport, Receipt, SupportGrant
from tests.incubation import world

pytestmark = [pytest.mark.django_db(transaction=True)]
N = 8
PDF = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"  # noqa: E501


@pytest.fixture(autouse=True)
def _a_file_or_a_server():
    if connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads share one connection in memory: run with SANSHE_TEST_FILE")


def at_once(work, n=N):
    """The outcomes of n calls at the same time: a value, or the code of a refusal."""
    gate = Barrier(n)

    def one(i):
        try:
            gate.wait()
            return work(i)
        except Refused as refused:
            return str(refused.code)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(n) as pool:
        return list(pool.map(one, range(n)))


def read(pk):
    return Entry.objects.select_related("batch", "agreement__place__application").get(pk=pk)


def somebody():
    return Actor(id=ids.new(), name="梁晓芸", is_staff=True)


def test_a_desk_is_held_by_one_organisation():
    of = world.batch()
    rows = [world.entry(of=of, name=f"组织{i}").pk for i in range(N)]
    for no in range(1, 4):
        outcomes = at_once(lambda i, no=no: support.give_desk(entry=read(rows[i]), no=no, by=SYSTEM, at=world.AT))
        won = [one for one in outcomes if isinstance(one, DeskUse)]
        assert len(won) == 1 == DeskUse.objects.filter(no=no, released_on=None).count()
        assert {one for one in outcomes if isinstance(one, str)} <= {
            "incubation.support.desk_taken", "incubation.support.over_promise", "incubation.support.stale"
        }  # fmt: skip
        support.release_desk(desk=won[0], by=SYSTEM, at=world.AT)


def test_two_desks_at_once_for_one_organisation_are_one():
    pk = world.entry().pk
    at_once(lambda i: support.give_desk(entry=read(pk), no=i + 1, by=SYSTEM, at=world.AT))
    assert DeskUse.objects.filter(released_on=None).count() == 1


def test_more_receipts_than_there_is_money_never_overspend(settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    grant = support.give_money(entry=world.entry(), cents=1000, purpose="材料", by=SYSTEM, at=world.AT)
    scans = [
        keep(upload=PDF.replace(b"842", b"%d" % (600 + i)), name="s.pdf", purpose="t", by=SYSTEM, at=world.AT)
        for i in range(N)
    ]

    def give(i):
        said = {"cents": 300, "what": "纸", "spent_on": world.AT.date(), "scan": scans[i]}
        return support.give_receipt(grant=SupportGrant.objects.get(pk=grant.pk), **said, by=somebody(), at=world.AT)

    outcomes = at_once(give)
    grant.refresh_from_db()
    assert sum(isinstance(one, Receipt) for one in outcomes) == 3 == Receipt.objects.count()
    assert grant.spent == 900 and outcomes.count("incubation.support.overspent") == N - 3


def test_a_receipt_refused_by_many_gives_its_amount_back_once(settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    grant = support.give_money(entry=world.entry(), cents=1000, purpose="材料", by=SYSTEM, at=world.AT)
    kept = keep(upload=PDF, name="s.pdf", purpose="t", by=SYSTEM, at=world.AT)
    said = {"cents": 700, "what": "纸", "spent_on": world.AT.date(), "scan": kept}
    paper = support.give_receipt(grant=grant, **said, by=somebody(), at=world.AT)

    def refuse(_):
        row = Receipt.objects.select_related("grant__entry__organisation").get(pk=paper.pk)
        support.check_receipt(receipt=row, accepts=False, words="看不清", by=somebody(), at=world.AT)
        return "done"

    outcomes = at_once(refuse)
    grant.refresh_from_db()
    assert outcomes.count("done") == 1 and grant.spent == 0


def test_a_receipt_struck_and_refused_by_many_gives_its_amount_back_once(settings, tmp_path):
    settings.FILES_ROOT = tmp_path
    grant = support.give_money(entry=world.entry(), cents=1000, purpose="材料", by=SYSTEM, at=world.AT)
    kept = keep(upload=PDF, name="s.pdf", purpose="t", by=SYSTEM, at=world.AT)
    said = {"cents": 700, "what": "纸", "spent_on": world.AT.date(), "scan": kept}
    paper = support.give_receipt(grant=grant, **said, by=somebody(), at=world.AT)

    def end(i):
        row = Receipt.every.select_related("grant__entry__organisation").get(pk=paper.pk)
        if i % 2:
            support.check_receipt(receipt=row, accepts=False, words="看不清", by=somebody(), at=world.AT)
        else:
            strike(row=row, reason="记错了", by=somebody(), at=world.AT)
        return "done"

    at_once(end)
    assert SupportGrant.objects.get(pk=grant.pk).spent == 0
    assert Receipt.every.get().struck_at or Receipt.every.get().state == "refused"


def test_opened_by_many_a_plan_and_a_report_are_one():
    pk = world.entry().pk
    at_once(lambda _: report.start(entry=read(pk), no=1, at=world.AT))
    assert QuarterlyReport.objects.count() == 1
    from sanshe.core.calendar.actions import load_published

    load_published(first=2022, last=2022, by=SYSTEM, at=world.AT)
    at_once(lambda _: plan.start(entry=read(pk), at=world.AT))
    assert Plan.objects.count() == 1

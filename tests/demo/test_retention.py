"""On the story: whose certificates are destroyed when, and whose stay."""

from datetime import UTC, datetime

import pytest

from sanshe.core.audit.queries import history
from sanshe.core.files import actions as files
from sanshe.core.files.models import Attachment
from sanshe.core.kit.access import SYSTEM
from sanshe.core.objections.actions import purge
from sanshe.core.objections.models import Objection
from sanshe.incubation.actions import retention
from sanshe.incubation.models import Application
from sanshe.incubation.queries.call.application import KIND
from tests.files import corpus

UNTIL = "0218a"
pytestmark = pytest.mark.usefixtures("told")


@pytest.fixture(autouse=True)
def own_images():
    """The story's papers are all one content; here everybody hands in an image of their own."""
    Attachment.objects.filter(kind=KIND, slot="certificate").delete()
    for n, one in enumerate(Application.objects.filter(batch__no=3).order_by("number")):
        kept = files.keep(
            upload=corpus.picture("PNG", (8 + n, 8)), name="证.png", purpose="application", by=SYSTEM, at=one.saved_at
        )
        where = {"kind": KIND, "subject": one.pk, "area_path": one.area_path}
        files.attach(file=kept, slot="certificate", label="证", by=SYSTEM, at=one.saved_at, **where)


def kept(**which):
    images = Attachment.objects.filter(kind=KIND, slot="certificate", file__purged_at=None)
    return Application.objects.filter(batch__no=3, pk__in=images.values("subject"), **which).count()


def test_images_of_those_not_selected_go_thirty_days_after_the_time_for_review():
    early, late = datetime(2022, 2, 18, 1, tzinfo=UTC), datetime(2022, 3, 30, 1, tzinfo=UTC)
    refused = Application.objects.filter(batch__no=3, state__in=["ineligible", "overdue"]).count()
    before = kept()
    assert retention.purge_images(at=early) == refused == before - kept()  # their two days were in January
    gone = retention.purge_images(at=late)
    assert gone and (kept(place__state="signed"), kept(place__state__in=["not_selected", "fallen"])) == (30, 0)
    assert kept() + gone + refused == before
    one = Application.objects.filter(batch__no=3, state="ineligible").first()
    assert [e.note for e in history(KIND, one.pk) if e.event == "files.purged"] == [retention.REASON]
    assert retention.purge_images(at=late) == 0


def test_a_reserve_keeps_its_papers_until_its_own_day():
    batch = Application.objects.filter(batch__no=3).first().batch
    after = datetime(2022, 3, 30, 1, tzinfo=UTC)
    waiting = {"place__state": "reserve"}
    batch.reserve_until = after.date()
    batch.save(update_fields=["reserve_until"])
    held = kept(**waiting)
    retention.purge_images(at=after)
    assert held and kept(**waiting) == held
    retention.purge_images(at=datetime(2022, 5, 1, 1, tzinfo=UTC))
    assert kept(**waiting) == 0


def test_who_objected_is_forgotten_three_years_after_the_end():
    closed = Objection.objects.filter(closed_at__isnull=False)
    assert closed.exists() and purge(at=datetime(2025, 2, 1, tzinfo=UTC)) == 0
    assert purge(at=datetime(2025, 3, 1, tzinfo=UTC)) == closed.count()
    assert {(one.name, one.phone) for one in closed} == {("", "")} and all(one.fact for one in closed)
    assert purge(at=datetime(2025, 3, 1, tzinfo=UTC)) == 0

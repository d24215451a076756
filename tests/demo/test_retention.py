"""On the story: whose certificates are destroyed when, and whose stay."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import transaction

from sanshe.core.audit.queries import history
from sanshe.core.files import actions as files
from sanshe.core.files.models import Attachment
from sanshe.core.kit.access import SYSTEM
from sanshe.core.objections.actions import purge
from sanshe.core.objections.models import Objection
from sanshe.incubation.actions import retention
from sanshe.incubation.models import Application, Batch, Place, ReviewRequest, Screening
from sanshe.incubation.queries.call.application import KIND
from sanshe.incubation.queries.notice.publication import notices_of
from tests.files import corpus

UNTIL = "0218a"
EARLY = datetime(2022, 2, 18, 1, tzinfo=UTC)
pytestmark = pytest.mark.usefixtures("told")


@pytest.fixture(autouse=True)
def _undone(told):
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture(autouse=True)
def own_images(_undone):
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
    late = datetime(2022, 3, 30, 1, tzinfo=UTC)
    refused = Application.objects.filter(batch__no=3, state__in=["ineligible", "overdue"]).count()
    before = kept()
    assert retention.purge_images(at=EARLY) == refused == before - kept()  # their two days were in January
    gone = retention.purge_images(at=late)
    assert gone and (kept(place__state="signed"), kept(place__state__in=["not_selected", "fallen"])) == (30, 0)
    assert kept() + gone + refused == before
    one = Application.objects.filter(batch__no=3, state="ineligible").first()
    assert [e.note for e in history(KIND, one.pk) if e.event == "files.purged"] == [retention.REASON]
    assert retention.purge_images(at=late) == 0


@pytest.fixture
def batch():
    return Batch.objects.get(no=3)


@pytest.fixture
def after(batch):
    """Noon of the n-th day after the last of the notice."""
    last = notices_of(batch).filter(published_at__isnull=False).first().window_to
    return lambda n: datetime(last.year, last.month, last.day, 4, tzinfo=UTC) + timedelta(days=n)


@pytest.mark.parametrize("state", ["not_selected", "fallen", "lapsed"])
def test_the_image_of_one_without_a_place_goes_on_the_day_after_the_thirtieth(after, state):
    place = Place.objects.filter(state="signed").first()
    Place.objects.filter(pk=place.pk).update(state=state)
    retention.purge_images(at=after(30))
    assert kept(place=place) == 1
    retention.purge_images(at=after(31))
    assert kept(place=place) == 0


def test_no_image_goes_while_an_objection_is_open(after):
    Objection.objects.filter(pk=Objection.objects.first().pk).update(state="accepted", closed_at=None)
    before = kept(place__state="reserve")
    retention.purge_images(at=after(999))
    assert kept(place__state="reserve") == before > 0


@pytest.mark.parametrize("what", ["refused again", "asked for a second look"])
def test_who_was_refused_keeps_their_image_until_the_last_answer(what, after):
    first = Screening.objects.filter(application__batch__no=3, application__state="ineligible", review=None)[0]
    if what == "refused again":
        made = {"no": first.no + 1, "outcome": "refused", "decided_at": EARLY}
        Screening.objects.create(application=first.application, area_path=first.area_path, **made)
    else:
        ReviewRequest.objects.create(screening=first, reason="看错了", asked_at=EARLY, area_path=first.area_path)
    retention.purge_images(at=EARLY)
    assert kept(pk=first.application_id) == 1


@pytest.mark.parametrize(("until", "day", "stays"), [(-9, 30, True), (-9, 31, False), (9, 39, True), (9, 40, False)])
def test_a_reserve_waits_for_its_own_day_and_the_notices(batch, after, until, day, stays):
    Batch.objects.filter(pk=batch.pk).update(reserve_until=after(until).date())
    retention.purge_images(at=after(day))
    assert bool(kept(place__state="reserve")) == stays


def test_a_reserve_without_a_day_keeps_its_papers(batch, after):
    Batch.objects.filter(pk=batch.pk).update(reserve_until=None)
    retention.purge_images(at=after(999))
    assert kept(place__state="reserve")


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

"""The whole story: what must be true at each moment, and of its record at the end."""

import pytest

from sanshe.core.audit import queries as audit
from sanshe.core.audit.actions import seal
from sanshe.core.figures.queries import differences, published
from sanshe.core.kit import clock
from sanshe.core.objections.models import Objection
from sanshe.incubation.enums.decision.decision import PlaceState
from sanshe.incubation.models import Agreement, Application, Batch, Place, Relation, Sheet, Slot
from sanshe.incubation.queries.call.batch import funnel
from sanshe.incubation.queries.decision.decision import result_of, tabulation_of
from sanshe.incubation.queries.screening.screening import sums
from sanshe.incubation.story.applications import ORDER

pytestmark = pytest.mark.django_db
UNTIL = "0218a"
FOUND = {}
CODES = (
    "1225a",
    "1228b",
    "0103a",
    "0103b",
    "0104c",
    "0105a",
    "0111b",
    "0113a",
    "0114b",
    "0114c",
    "0120a",
    "0126b",
    "0217a",
    "0218a",
)


@pytest.fixture(scope="module")
def told(district):
    """What is seen at each of these moments, then the last one for all tests."""
    for code in CODES:
        with district.at(code):
            see(code)
    with district.at(UNTIL):
        yield


def see(code):
    """What the rows say at this moment."""
    batch = Batch.objects.get(no=3)
    kinds = {one: Sheet.objects.filter(state=one).count() for one in ("sealed", "draft", "recused")}
    places = {state: Place.objects.filter(state=state).count() for state in PlaceState}
    papers = {state: Agreement.objects.filter(state=state).count() for state in ("prepared", "centre_signed", "signed")}
    FOUND[code] = {"funnel": funnel(batch), "sums": sums(batch), "sheets": kinds, "places": places, "papers": papers}


@pytest.mark.usefixtures("told")
class TestMoments:
    """Figures of each day."""

    @pytest.mark.parametrize(
        ("code", "received", "drafts"),
        [("1225a", 0, 0), ("1228b", 7, 0), ("0103a", 27, 3), ("0103b", 28, 2), ("0104c", 28, 2), ("0105a", 40, 2)],
    )
    def test_received(self, code, received, drafts):
        assert (FOUND[code]["funnel"].received, FOUND[code]["funnel"].drafts) == (received, drafts)

    @pytest.mark.parametrize(("code", "late"), [("0103b", 0), ("0104c", 2), ("0105a", 2)])
    def test_two_came_too_late(self, code, late):
        assert FOUND[code]["funnel"].late == late

    @pytest.mark.parametrize(
        ("code", "passed", "returned", "mended", "refused", "overdue", "waiting"),
        [("0105a", 24, 4, 0, 1, 0, 11), ("0111b", 31, 0, 3, 2, 2, 2), ("0113a", 34, 0, 0, 4, 2, 0)],
    )
    def test_screening_adds_up(self, code, passed, returned, mended, refused, overdue, waiting):
        s = FOUND[code]["sums"]
        parts = (s.passed, s.returned, s.mended, s.refused, s.overdue, s.waiting)
        assert parts == (passed, returned, mended, refused, overdue, waiting) and sum(parts) == s.received == 40

    @pytest.mark.parametrize(
        ("code", "sealed", "draft", "recused"), [("0113a", 0, 0, 0), ("0114b", 114, 1, 5), ("0114c", 233, 0, 5)]
    )
    def test_sheets(self, code, sealed, draft, recused):
        assert FOUND[code]["sheets"] == {"sealed": sealed, "draft": draft, "recused": recused}

    @pytest.mark.parametrize(
        ("code", "state", "n"),
        [("0120a", "noticed", 30), ("0120a", "reserve", 4), ("0126b", "confirmed", 29), ("0126b", "noticed", 1),
         ("0217a", "signed", 22), ("0217a", "confirmed", 8), ("0218a", "signed", 30)],
    )  # fmt: skip
    def test_places(self, code, state, n):
        assert FOUND[code]["places"][state] == n

    def test_agreements_on_the_day_of_signing(self):
        assert FOUND["0217a"]["papers"] == {"prepared": 1, "centre_signed": 7, "signed": 22}


@pytest.mark.usefixtures("told")
class TestEnd:
    """What the newspaper says, counted from the rows."""

    def test_the_published_figures(self):
        line = {"no": 3, "received": 40, "screened_in": 34, "selected": 30, "reserve": 4, "signed": 30}
        assert published("140213", clock.now())["incubation"] == {
            "batches": [line], "graduated": 48, "in_incubation": 30, "left": 0, "entered_total": 78,
        }  # fmt: skip

    def test_no_counter_differs_from_its_records(self):
        assert differences("140213") == []

    def test_the_lot_gives_the_order_of_the_story(self):
        assert tuple(Slot.objects.order_by("place").values_list("application__name", flat=True)) == tuple(ORDER)

    def test_the_line_is_grey_and_the_tie_is_above_it(self):
        result = result_of(tabulation_of(Batch.objects.get(no=3)))
        ranks = [s.rank for s in result.standings]
        assert [s.rank for s in result.standings if s.is_grey] == [29, 30, 31, 32, 33] and result.spread == 16
        assert ranks.count(21) == 2 and 22 not in ranks

    def test_six_relations_five_recusals(self):
        assert Relation.objects.count() == 6 and Relation.objects.filter(decision="recused").count() == 5

    def test_numbers_follow_receipt(self):
        rows = Application.objects.filter(serial__isnull=False).order_by("submitted_at", "serial")
        online = [row.serial for row in rows if row.channel == "online"]
        assert online == sorted(online) and rows.count() == 40

    def test_the_objection_was_answered_and_its_place_confirmed_later(self):
        one = Objection.objects.get()
        assert (one.number, one.outcome, one.state) == ("220120-001", "dismissed", "closed")
        assert str(one.answer_due_on) == "2022-02-08" and str(one.review_due_on) == "2022-02-09"

    def test_terms_last_a_year(self):
        assert {(str(a.term_from), str(a.term_to)) for a in Agreement.objects.all()} == {("2022-02-17", "2023-02-16")}

    def test_the_record_verifies(self):
        seal(at_real=clock.real())
        assert audit.verify().ok

"""The last two chapters: the mid-term assessment in August, graduation in February."""

import pytest

from sanshe.core.ledgers.queries import differences, published
from sanshe.incubation.models import Assessment, Batch, Entry, Exit, Extension, Graduation, Rectification

pytestmark = pytest.mark.django_db
UNTIL = "0216a"
FOUND = {}
TOOK = {}


def SEEN(code):
    """What the rows say at this moment."""
    import time

    TOOK[code] = time.monotonic()
    states = Assessment.objects.values_list("kind", "state", "verdict")
    FOUND[code] = {"assessments": sorted(states), "published": published("140213")["incubation"]}


@pytest.mark.usefixtures("told")
class TestMoments:
    """Figures of each day."""

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

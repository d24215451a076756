"""The appeals of the story against records, at each of its moments."""

import pytest

from sanshe.appeals.ledgers.register import published
from sanshe.core.kit import shanghai

UNTIL = "0218a"
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
DISTRICT = "140213"


def test_what_is_published_at_the_default_moment():
    found = published(DISTRICT, shanghai.at("2022-02-18 08:30"))
    assert found == {
        "received": 214, "accepted": 67, "open": 17, "closed": 51, "overdue": 1,
        "reached": 41, "solved": 36, "rated": 33, "satisfied": 29,
    }  # fmt: skip

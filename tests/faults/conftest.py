"""Nothing that was served outlives its test."""

import pytest


@pytest.fixture(autouse=True)
def _pulled_down():
    yield
    from tests.faults.writers import STANDING

    while STANDING:
        STANDING.pop().stop()

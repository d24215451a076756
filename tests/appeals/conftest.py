"""The district of appeals."""

import pytest

from tests.appeals import world


@pytest.fixture
def people(db):
    return world.settle()

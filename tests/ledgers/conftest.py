"""The small app of `world.py`, declared for each test and forgotten after it."""

import pytest

from sanshe.core.imports.queries import IMPORTERS
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.papers.enums import P
from sanshe.core.papers.queries import TEMPLATES
from tests.ledgers import world


@pytest.fixture(autouse=True)
def declared(settings, tmp_path):
    settings.AUDIT_ROOTS = tmp_path
    held = [(one, dict(one._items)) for one in (LEDGERS, IMPORTERS, TEMPLATES)]
    world.declare()
    world.APPLIED.clear()
    yield
    for registry, items in held:
        registry._items = items


@pytest.fixture
def officer():
    """Somebody who holds the code for one area, and other codes: unless they are named, the one for texts."""
    from sanshe.core.kit import ids
    from sanshe.core.kit.access import Actor, Grant

    def make(path="140213", *codes):
        grant = Grant("bureau_officer", frozenset({world.NEEDS, *(codes or (P.TEMPLATES,))}), path)
        return Actor(ids.new(), "梁晓芸", is_staff=True, grants=(grant,))

    return make

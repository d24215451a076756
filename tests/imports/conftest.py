"""The small app of ledgers' tests, here too."""

from tests.ledgers.conftest import declared, officer  # noqa: F401 - fixtures

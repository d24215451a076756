"""What appeals tell the house: the ledger, the line of the desk, duties, figures, what can be found and handed over."""

from sanshe.appeals.ledgers import duties, leaving, register


def declare() -> None:
    """Called while the apps are made ready."""
    register.declare()
    duties.declare()
    leaving.declare()

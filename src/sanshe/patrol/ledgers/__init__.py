"""What patrol declares: ledgers, figures, its line on the desk, duties, what hangs on an area."""

from sanshe.patrol.ledgers import desk, duties, field, lists


def declare() -> None:
    """Called while the apps are made ready."""
    lists.declare()
    desk.declare()
    duties.declare()
    field.declare()

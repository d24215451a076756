"""What the house is told of activities."""

from sanshe.activities.ledgers import desk, figures, sessions, undo


def declare() -> None:
    """Called while the apps are made ready."""
    undo.declare()
    sessions.declare()
    desk.declare()
    figures.declare()

"""Ledgers, indicators, documents and to-dos of the case."""


def declare() -> None:
    """Tell the house; called once while the app is made ready."""

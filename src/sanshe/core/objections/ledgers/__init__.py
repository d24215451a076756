"""What objections declare to the house for every subject: a ledger, a figure, papers, names and words of the record."""

from sanshe.core.objections.ledgers.papers import declare_papers
from sanshe.core.objections.ledgers.register import declare

__all__ = ["declare", "declare_papers"]

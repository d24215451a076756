"""Papers of incubation: what each is made of, and what its blanks are filled with."""

from sanshe.incubation.papers.call.values import call_doc, notice_doc, undertaking_doc
from sanshe.incubation.papers.panel.values import minutes_doc, order_doc, summary_doc

__all__ = ["call_doc", "minutes_doc", "notice_doc", "order_doc", "summary_doc", "undertaking_doc"]

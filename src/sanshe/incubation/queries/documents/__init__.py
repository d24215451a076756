"""Papers of incubation: what each is made of, and what its blanks are filled with."""

from sanshe.incubation.queries.documents.call import call_doc, notice_doc
from sanshe.incubation.queries.documents.panel import minutes_doc, order_doc, summary_doc

__all__ = ["call_doc", "minutes_doc", "notice_doc", "order_doc", "summary_doc"]

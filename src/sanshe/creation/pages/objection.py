"""Who may not handle an objection to a name on the list, and in which words that is said."""

from uuid import UUID

from sanshe.core.objections.types import Barred
from sanshe.creation.phrases import TOOK_PART
from sanshe.creation.queries.naming import took_part


def barred(key: UUID, subject: UUID) -> Barred:
    """Who recommended it, who attested it, who drafted or approved the list."""
    parts = took_part(key, subject)
    return Barred({str(one): TOOK_PART[duty] for duty, people in parts.items() for one in people if one})

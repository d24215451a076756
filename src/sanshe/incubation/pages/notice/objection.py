"""Who may not handle an objection to a place of the list, and in which words that is said."""

from uuid import UUID

from sanshe.core.objections.types import Barred
from sanshe.incubation.enums.access import Role
from sanshe.incubation.models import Batch
from sanshe.incubation.phrases.notice.objection import DECIDED, OPERATES, SCORED
from sanshe.incubation.queries.notice.objection import deciders_of_recusals, panelists


def barred(key: UUID, subject: UUID) -> Barred:
    """Panelists, who decided recusals, and the operator of the centre."""
    batch = Batch.objects.get(pk=key)
    people = dict.fromkeys(deciders_of_recusals(batch), DECIDED) | dict.fromkeys(panelists(batch), SCORED)
    return Barred(people, {Role.CENTRE_OPERATOR: OPERATES})

"""Cases that somebody has in hand by name: to be handed over when they leave."""

from datetime import datetime
from uuid import UUID

from django.db.models import Q
from django.urls import reverse

from sanshe.core.accounts.types import Matter
from sanshe.core.objections.enums import State
from sanshe.core.objections.models import Objection
from sanshe.core.objections.queries.subjects import SUBJECTS


def cases_in_hand(person: UUID, at: datetime) -> list[Matter]:
    """What somebody handles, alone or beside another: taken up and not answered yet."""
    return [_matter(row) for row in _open(person)]


def case_in_hand(person: UUID, key: UUID) -> Objection | None:
    return next((row for row in _open(person) if row.pk == key), None)


def _open(person: UUID) -> list[Objection]:
    rows = Objection.objects.filter(Q(handler=person) | Q(co_handler=person), state=State.ACCEPTED)
    return list(rows.filter(kind__in=SUBJECTS.codes()).order_by("answer_due_on", "pk"))


def _matter(row: Objection) -> Matter:
    url = reverse("objections:case", args=[row.pk])
    return Matter(row.pk, f"{row.number} {row.title}", url, row.area_path, SUBJECTS[row.kind].handle, row.answer_due_on)

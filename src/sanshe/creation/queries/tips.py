"""Tips: the office alone reads them; who sent one follows it by its code."""

from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.kit.access import Actor
from sanshe.core.kit.asked import key_of
from sanshe.core.rows.queries import within
from sanshe.creation.enums import P, TipState
from sanshe.creation.models import Tip, Title


def tips(actor: Actor) -> QuerySet[Tip]:
    rows = Tip.objects.filter(within(actor.paths(P.TIP)))
    return rows.select_related("title__application", "attestation").order_by("-received_at")


def tip(actor: Actor, key: UUID | str) -> Tip | None:
    found = key if isinstance(key, UUID) else key_of(key)
    return tips(actor).filter(pk=found).first() if found else None


def open_for(actor: Actor, title: Title) -> list[Tip]:
    return list(tips(actor).filter(title=title).exclude(state=TipState.CLOSED))


def by_token(token: str) -> Tip | None:
    return Tip.objects.filter(token=token).first()

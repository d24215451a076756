"""Schemes and their standards."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.creation.enums import P, SchemeState
from sanshe.creation.models import Scheme, Standard


def schemes(actor: Actor, code: str = P.READ) -> QuerySet[Scheme]:
    """Those within one's areas; who reads sees also those of the places above, as does who applies."""
    paths = actor.paths(code)
    above = {path[:n] for path in paths for n in range(1, len(path))} if code == P.READ else set()
    return Scheme.objects.filter(within(paths) | Q(area_path__in=above)).order_by("drafted_at", "pk")


def scheme(actor: Actor, key: UUID, code: str = P.READ) -> Scheme | None:
    return schemes(actor, code).filter(pk=key).first()


def open_at(path: str) -> QuerySet[Scheme]:
    """The schemes that take applications at a place."""
    above = [path[:n] for n in range(1, len(path) + 1)]
    return Scheme.objects.filter(area_path__in=above, state=SchemeState.OPEN).order_by("drafted_at", "pk")


def standard(row: Scheme, level: str) -> Standard | None:
    """The newest standard of a level."""
    return Standard.objects.filter(scheme=row, level=level).order_by("-number").first()


def standards(row: Scheme) -> dict[str, Standard]:
    """The newest of each level."""
    return {one.level: one for one in Standard.objects.filter(scheme=row).order_by("number")}


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What schemes are called, and where they stand."""
    found = schemes(actor).filter(pk__in=ids).values_list("pk", "name")
    return {str(pk): (name, reverse("creation:scheme", args=[pk])) for pk, name in found}

"""Reading compounds and premises."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet
from django.urls import reverse

from sanshe.core.areas.enums import Level, P, PremisesKind, PremisesState
from sanshe.core.areas.models import Compound, KeyDecision, Premises, PremisesChange
from sanshe.core.areas.queries.areas import name_of, tree
from sanshe.core.areas.rules import called, level_of
from sanshe.core.areas.types import CompoundLine
from sanshe.core.kit import same
from sanshe.core.kit.access import Actor
from sanshe.core.kit.prefix import covers
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.core.rows.queries import within
from sanshe.core.search.types import Entry

STANDING = ~Q(state=PremisesState.MERGED)


def compounds(actor: Actor, code: str = P.PREMISES) -> QuerySet[Compound]:
    return Compound.objects.filter(within(actor.paths(code)))


def compound(actor: Actor, key: UUID, code: str = P.PREMISES) -> Compound | None:
    return compounds(actor, code).filter(pk=key).first()


def listing(actor: Actor, path: str, day: date, after: str | None = None, before: str | None = None) -> Page:
    """One page of compounds below a path, with their doors by kind."""
    rows = compounds(actor).filter(within([path]) if path else Q())
    page = keyset(rows, ("area_path", "walk_no", "pk"), "areas.compounds", after=after, before=before)
    lines = _lines(page.rows, day)
    return Page(lines, page.next, page.prev)


def _lines(rows: Sequence[Compound], day: date) -> list[CompoundLine]:
    counted: dict[Any, dict[str, int]] = {}
    doors = Premises.objects.filter(STANDING, compound__in=rows).order_by()
    for pk, kind, n in doors.values_list("compound_id", "kind").annotate(n=Count("pk")):
        counted.setdefault(pk, {})[kind] = n
    keys = key_compounds(rows, day)
    return [
        CompoundLine(
            key=row.pk,
            name=row.name,
            place=name_of(row.area_path),
            doors=sum(counted.get(row.pk, {}).values()),
            by_kind=tuple(counted.get(row.pk, {}).get(kind, 0) for kind in PremisesKind),
            is_key=row.pk in keys,
        )
        for row in rows
    ]


def key_on(day: date) -> QuerySet[KeyDecision]:
    """The decisions that stand on a day."""
    return KeyDecision.objects.filter(Q(ends_on=None) | Q(ends_on__gte=day), starts_on__lte=day)


def key_compounds(rows: Iterable[Compound], day: date) -> set[Any]:
    """Which of them are key compounds on a day."""
    return set(key_on(day).filter(compound__in=list(rows)).values_list("compound_id", flat=True))


def decisions(row: Compound) -> list[KeyDecision]:
    """By which a compound was and is a key one, newest first."""
    return list(row.key_decisions.all())


def decision(actor: Actor, key: UUID) -> KeyDecision | None:
    """A decision that has not ended, for who may end it."""
    rows = KeyDecision.objects.select_related("compound").filter(within(actor.paths(P.KEY_DECIDE)), ends_on=None)
    return rows.filter(pk=key).first()


def doors(row: Compound) -> QuerySet[Premises]:
    """The doors of a compound in the order in which they are walked."""
    return Premises.objects.filter(STANDING, compound=row).order_by("walk_no", "code")


def premises_of(actor: Actor, code: str = P.PREMISES) -> QuerySet[Premises]:
    return Premises.objects.filter(within(actor.paths(code))).select_related("compound")


def premises(actor: Actor, key: UUID, code: str = P.PREMISES) -> Premises | None:
    return premises_of(actor, code).select_related("merged_into").filter(pk=key).first()


def premises_by_code(area_path: str, code: str) -> Premises | None:
    """The door of a community that has a number; that of a merged one leads to the other."""
    found = Premises.objects.select_related("merged_into").filter(area_path=area_path, code=_plain(code)).first()
    return found.merged_into or found if found else None


def _plain(code: str) -> str:
    """A number as it is kept: ２０１ and 201 are one."""
    return unicodedata.normalize("NFKC", code).strip()


def premises_at(paths: Iterable[str], code: str) -> Premises | None:
    """The door of a number below these paths; that of a merged one as it is."""
    rows = Premises.objects.filter(within(paths), code=_plain(code))
    return rows.first() if rows.count() == 1 else None


def called_by_id(keys: Iterable[UUID]) -> dict[UUID, str]:
    """What premises are called: the compound and the door."""
    rows = Premises.objects.filter(pk__in=list(keys)).values_list("pk", "compound__name", "name")
    return {pk: f"{compound} {name}" for pk, compound, name in rows}


def same_door(row: Compound, name: str) -> Premises | None:
    """A door of that name in the compound."""
    return Premises.objects.filter(STANDING, compound=row, same_name=same.name(name)).first()


def changes(row: Premises) -> list[PremisesChange]:
    """What became of it, newest first."""
    return list(row.changes.all())


def merged_codes(row: Premises) -> list[str]:
    """The old numbers under which it is still found."""
    return list(row.merged_from.order_by("code").values_list("code", flat=True))


def communities_for(actor: Actor) -> list[tuple[str, str]]:
    """The communities in which this person may enter premises, in the order of the tree."""
    paths, places = actor.paths(P.PREMISES_WRITE), tree().places
    return [
        (path, name)
        for path, (name, _above) in sorted(places.items())
        if level_of(path) == Level.COMMUNITY and covers(paths, path)
    ]


def community_named(path: str, name: str) -> str:
    """The path of the community of that name, or code, below an area; empty when there is none or more than one."""
    asked = called(same.name(name))
    found = [
        one
        for one, (given, _above) in tree().places.items()
        if level_of(one) == Level.COMMUNITY
        and covers([path], one)
        and (called(same.name(given)) == asked or one == name.strip())
    ]
    return found[0] if len(found) == 1 else ""


def compound_named(area_path: str, name: str) -> Compound | None:
    return Compound.objects.filter(area_path=area_path, name=name.strip()).first()


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What premises are called, and where they stand."""
    found = premises_of(actor).filter(pk__in=ids)
    return {str(row.pk): (f"{row.compound.name} {row.name}", address(row.pk)) for row in found}


def compound_names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    found = compounds(actor).filter(pk__in=ids).values_list("pk", "name")
    return {str(pk): (name, reverse("premises:compound", args=[pk])) for pk, name in found}


def address(key: Any) -> str:
    return reverse("premises:premises", args=[key])


def place_of(row: Compound | Premises) -> str:
    """The page of a compound or of premises."""
    return address(row.pk) if isinstance(row, Premises) else reverse("premises:compound", args=[row.pk])


def findable(actor: Actor) -> Q:
    """Which premises this person may find."""
    return within(actor.paths(P.PREMISES))


def found_entries(rows: Iterable[Premises]) -> Iterator[Entry]:
    """Premises as they are found: by compound, door and number. What was merged leads to the other one."""
    for row in rows:
        line = f"{name_of(row.area_path)} · {row.code}"
        url = f"/premises/{row.merged_into_id or row.pk}/"
        yield Entry("areas.premises", str(row.pk), row.area_path, f"{row.compound.name} {row.name}", line, url)


def search_entries() -> Iterator[Entry]:
    return found_entries(Premises.objects.select_related("compound").iterator())

"""Reading compounds and premises."""

import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from datetime import date, datetime
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


def compounds_in(path: str, at: datetime) -> int:
    """How many compounds an area has."""
    return Compound.objects.filter(within([path])).count()


def doors_in(path: str, at: datetime) -> int:
    """How many doors stand in an area."""
    return Premises.objects.filter(STANDING, within([path])).count()


def premises_by_code(area_path: str, code: str) -> Premises | None:
    """The door of a community that has a number; that of a merged one leads to the other."""
    return premises_by_codes([area_path], [code]).get((area_path, code.strip()))


def premises_by_codes(paths: Collection[str], codes: Iterable[str]) -> dict[tuple[str, str], Premises]:
    """The doors of some communities that have these numbers, by community and number."""
    asked = {code.strip() for code in codes} - {""}
    rows = Premises.objects.select_related("merged_into").filter(area_path__in=paths, code__in=asked)
    return {(row.area_path, row.code): row.merged_into or row for row in rows}


def premises_at(paths: Iterable[str], code: str) -> Premises | None:
    """The door of a number below these paths; that of a merged one as it is."""
    rows = Premises.objects.filter(within(paths), code=unicodedata.normalize("NFKC", code).strip())
    return rows.first() if rows.count() == 1 else None


def called_by_id(keys: Iterable[UUID]) -> dict[UUID, str]:
    """What premises are called: the compound and the door."""
    rows = Premises.objects.filter(pk__in=list(keys)).values_list("pk", "compound__name", "name")
    return {pk: f"{compound} {name}" for pk, compound, name in rows}


def same_door(row: Compound, name: str) -> Premises | None:
    """A door of that name in the compound."""
    return same_doors([row], [name]).get((row.pk, same.name(name)))


def same_doors(rows: Iterable[Compound], names: Iterable[str]) -> dict[tuple[UUID, str], Premises]:
    """The doors of these names in some compounds, by compound and name as one compares it; the first in their order."""
    asked = {same.name(name) for name in names}
    found = Premises.objects.filter(STANDING, compound__in=list(rows), same_name__in=asked)
    return {(row.compound_id, row.same_name): row for row in reversed(found)}


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


def communities_named(path: str) -> Callable[[str], str]:
    """Answers the path of the community of a name, or code, below an area; empty for none or more than one."""
    found: dict[str, set[str]] = {}
    for one, (given, _above) in tree().places.items():
        if level_of(one) == Level.COMMUNITY and covers([path], one):
            found.setdefault(called(same.name(given)), set()).add(one)
            found.setdefault(one, set()).add(one)

    def named(name: str) -> str:
        alike = found.get(called(same.name(name)), set()) | found.get(name.strip(), set())
        return next(iter(alike)) if len(alike) == 1 else ""

    return named


def compounds_named(paths: Collection[str], names: Iterable[str]) -> dict[tuple[str, str], Compound]:
    """The compounds of these names in some communities, by community and name."""
    rows = Compound.objects.filter(area_path__in=paths, name__in={name.strip() for name in names})
    return {(row.area_path, row.name): row for row in rows}


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

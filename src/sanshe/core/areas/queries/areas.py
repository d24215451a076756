"""Reading the tree."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from sanshe.core.areas.enums import Level, P
from sanshe.core.areas.models import Area, TreeVersion
from sanshe.core.areas.rules import areas as rules
from sanshe.core.areas.types import Moving
from sanshe.core.kit.access import Actor
from sanshe.core.kit.kept import Kept
from sanshe.core.kit.prefix import covers
from sanshe.core.kit.registry import Registry
from sanshe.core.rows.queries import within
from sanshe.core.search.types import Entry as SearchEntry

MOVINGS: Registry[Moving] = Registry("kind of matters of an area")


def area(path: str) -> Area | None:
    return Area.objects.filter(pk=path).first()


def children(path: str) -> QuerySet[Area]:
    """What lies directly below, with the number of areas below each as `below`."""
    return Area.objects.filter(parent_id=path).annotate(below=Count("children"))


def tree_of(prefix: str) -> QuerySet[Area]:
    """The area and everything below, in the order of paths."""
    return Area.objects.filter(within([prefix], "path"))


def communities(prefix: str) -> QuerySet[Area]:
    return tree_of(prefix).filter(level=Level.COMMUNITY)


def community_choices(prefixes: Iterable[str]) -> list[tuple[str, str]]:
    """The communities under these, path and name, in the order of paths: what a field offers."""
    return [(one.path, one.name) for path in prefixes for one in communities(path).order_by("path")]


class Tree:
    """All areas by path, those that did not end, and the districts that this house serves."""

    def __init__(self) -> None:
        rows = list(Area.objects.values_list("path", "name", "parent_id", "level", "ended_on"))
        self.places = {path: (name, parent) for path, name, parent, _level, _ended in rows}
        self.standing = {path: (name, parent) for path, name, parent, _level, ended in rows if ended is None}
        self.districts = {path: name for path, name, _parent, level, _ended in rows if level == Level.DISTRICT}


tree = Kept(version=lambda: TreeVersion.objects.values_list("number", flat=True).first() or 0, read=Tree)


def name(path: str) -> str:
    """The name of one area; empty when it is not known."""
    return tree().places.get(path, ("", ""))[0]


def name_of(path: str) -> str:
    """The name of one area; its code when it is not known."""
    return name(path) or path


def trail(path: str) -> list[tuple[str, str]]:
    """(path, name) of the areas above one, the widest first."""
    found: list[tuple[str, str]] = []
    above = tree().places.get(path, ("", None))[1]
    while above:
        name, parent = tree().places[above]
        found.insert(0, (above, name))
        above = parent
    return found


def below(path: str) -> list[tuple[str, int]]:
    """How many areas of each level lie somewhere below, the widest level first."""
    rows = tree_of(path).exclude(pk=path).order_by().values_list("level").annotate(n=Count("pk"))
    counted = dict(rows)
    return [(level, counted[level]) for level in Level if counted.get(level)]


def choices(prefixes: Sequence[str]) -> list[tuple[str, str]]:
    """The areas one may filter by: each prefix with what lies directly below it."""
    wanted = set(prefixes)
    return [(path, name) for path, (name, parent) in tree().standing.items() if path in wanted or parent in wanted]


def named_below(prefixes: Sequence[str]) -> list[tuple[str, str]]:
    """Every area under the prefixes by path, named with the one above it: 迎宾街道 · 明珠社区. From memory."""
    places = tree().standing
    above = {path: places.get(parent or "", ("", None))[0] for path, (_name, parent) in places.items()}
    return [
        (path, name if path in prefixes else f"{above[path]} · {name}")
        for path, (name, _parent) in sorted(places.items())
        if covers(prefixes, path)
    ]


def districts() -> dict[str, str]:
    """The names of the districts of this house by path, in the order of their codes."""
    return tree().districts


def districts_of(actor: Actor) -> dict[str, str]:
    """The districts in which somebody holds a term: all below a term for a city."""
    return {path: name for path, name in districts().items() if covers(actor.districts, path)}


def districts_for(actor: Actor, place: str, chosen: str) -> dict[str, str]:
    """The districts that a page is about, by path: that of its place; those of a member of staff; the one chosen; those
    of who acts for an organisation there; the only one of the house. None before the choice. A house without areas is
    one place without a name."""
    known = districts()
    if not known:
        return {"": ""}
    if place:
        return {path: name for path, name in known.items() if path == rules.district_of(place)}
    if actor.is_staff and actor.grants:
        return districts_of(actor)
    if chosen in known:
        return {chosen: known[chosen]}
    return districts_of(actor) or (known if len(known) == 1 else {})


def targets(path: str) -> list[tuple[str, str]]:
    """Where the matters of an area may go: others of its level in its district that still stand."""
    level, district = rules.level_of(path), rules.district_of(path)
    found = named_below([district]) if district else []
    return [(one, name) for one, name in found if one != path and rules.level_of(one) == level]


def open_matters(path: str, at: datetime) -> list[tuple[Moving, int]]:
    """What is open in an area, by kind."""
    counted = [(one, one.count(path, at)) for one in MOVINGS]
    return [(one, n) for one, n in counted if n]


def former_names(rows: Iterable[Area], on: date) -> dict[str, str]:
    """The names before, by path, of what was renamed within a year."""
    return {row.path: row.former_name for row in rows if rules.shows_former(row.renamed_on, on)}


def roots(prefixes: Sequence[str]) -> QuerySet[Area]:
    """The areas one is appointed to, with how much lies directly below."""
    return Area.objects.filter(path__in=prefixes).annotate(below=Count("children"))


def findable(actor: Actor) -> Q:
    """Which places this person may find."""
    return within(actor.paths(P.READ))


def search_entries() -> Iterator[SearchEntry]:
    """Every area with the one above it, as it is found."""
    for row in Area.objects.select_related("parent").iterator():
        above = f"{row.parent.name} · " if row.parent else ""
        former = f" · {row.former_name}" if row.former_name else ""
        line = f"{above}{row.code}{former}"
        yield SearchEntry("areas.area", row.path, row.path, row.name, line, f"/areas/{row.path}/")

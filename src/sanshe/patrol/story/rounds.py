"""The rounds of the story: planned and frozen by the officer, sent out by the subdistricts, closed."""

from collections.abc import Callable
from datetime import date, datetime

from sanshe.core.kit.access import Actor
from sanshe.patrol import actions
from sanshe.patrol.enums import RoundKind, RoundState
from sanshe.patrol.models import Programme, Round, Stop
from sanshe.patrol.queries.frame import draft
from sanshe.patrol.story.people import DISTRICT, OFFICER, WALKERS, actor, manager_of
from sanshe.patrol.story.places import PEARL, SOUTH_ROWS
from sanshe.patrol.story.register import find_more

NAME, NOTE = "冬季禁煤 2021—22", "集中供热、不在重点小区的住户不进底册"
STREET = ("迎宾西路 18 号院", "迎宾西路临街")  # of 明珠, walked by 田晓红; the two estates by 魏国平


def begin(when: datetime) -> None:
    said = {"name": NAME, "starts_on": date(2021, 11, 1), "ends_on": date(2022, 3, 31), "scope_note": NOTE}
    actions.open_programme(area_path=DISTRICT, **said, by=actor(OFFICER, when), at=when)


def plan(kind: RoundKind, starts_on: date, ends_on: date) -> Callable[[datetime], object]:
    def tell(when: datetime) -> None:
        said = {"kind": kind, "starts_on": starts_on, "ends_on": ends_on}
        actions.plan_round(programme=Programme.objects.get(), **said, by=actor(OFFICER, when), at=when)

    return tell


def freeze(when: datetime) -> None:
    """The frame as the register holds it now."""
    row = Round.objects.get(state=RoundState.PLANNED)
    actions.freeze(round=row, digest=draft(row).digest, by=actor(OFFICER, when), at=when)


def running() -> Round:
    return Round.objects.get(state=RoundState.RUNNING)


def send(when: datetime) -> None:
    """Every subdistrict sends the workers of its communities."""
    row = running()
    for path, keys in WALKERS.items():
        stops = Stop.objects.filter(round=row, area_path=path)
        parts = [stops.values_list("pk", flat=True)]
        if path == PEARL:
            street = stops.filter(compound__name__in=STREET)
            parts = [street.values_list("pk", flat=True), stops.exclude(pk__in=street).values_list("pk", flat=True)]
        manager = actor(manager_of(path), when)
        for key, part in zip(keys, parts, strict=True):
            _send(row, list(part), key, manager, when)


def _send(row: Round, stops: list, key: str, manager: Actor, when: datetime) -> None:
    worker = actor(key, when).id
    if stops and worker:
        actions.assign(round=row, stops=stops, worker=worker, by=manager, at=when)


def add(compound: str, community: str, *names: str) -> Callable[[datetime], object]:
    """Doors met on the way stand beside the frame."""

    def tell(when: datetime) -> None:
        row, worker = running(), actor(WALKERS[community][0], when)
        made = [
            actions.add_stop(round=row, premises=one, by=worker, at=when)
            for one in find_more(compound, community, names, when)
        ]
        manager = actor(manager_of(community), when)
        _send(row, [stop.pk for stop in made], WALKERS[community][0], manager, when)

    return tell


def close(when: datetime) -> None:
    actions.close_round(round=running(), by=actor(OFFICER, when), at=when)


def end(when: datetime) -> None:
    actions.close_programme(programme=Programme.objects.get(), by=actor(OFFICER, when), at=when)


SOUTH = add(SOUTH_ROWS, "140213066005", *(f"南 5 排 {no} 号" for no in range(1, 5)))

"""What an answer of a query shows of the rows of a place, asked by who holds every permission there and by who holds
them elsewhere: the material of `test_elsewhere.py`. Queries are found by their signature, their arguments by its types.
"""

import dataclasses
import importlib
import inspect
import itertools
import re
import typing
from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum
from uuid import UUID, uuid4

from django.apps import apps
from django.core.exceptions import ObjectDoesNotExist
from django.db import connection
from django.db.models import Model, Q, QuerySet
from django.http import Http404
from django.utils.functional import Promise

from sanshe.core.audit.models import AuditEvent
from sanshe.core.kit import kept
from sanshe.core.kit.access import Actor, Grant
from sanshe.core.kit.refused import Refused
from sanshe.core.kit.roles import GRANTS
from sanshe.core.parties.models import Organisation
from tests.copies import Maker
from tests.house.reading import SOURCE, pythons, room_of
from tests.house.test_offered import module_of

DISTRICT, OWN = "140213", "140213003001"
ELSEWHERE = ("140213003002", "140213004", "140215", "140213003001zzz")  # community, street, district, within one's own
PLACES = {"path", "paths", "prefix", "prefixes", "area_path"}
KEY = re.compile(r"[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}")
DEEP, MANY, EACH, FEW = 8, 300, 12, 5
SIGNS = "abcdefghijklmnopqrstuvwxy"


@dataclasses.dataclass(frozen=True)
class Subject:
    """A query with the arguments it can be given besides who asks."""

    name: str
    ask: typing.Any
    hints: Mapping
    given: Mapping = dataclasses.field(default_factory=dict)


def queries(source=SOURCE):
    """Every public query and every maker of a page's values that is told who asks, or a place."""
    for path in pythons(source):
        if room_of(path, source) in ("queries", "pages"):
            module = importlib.import_module(module_of(path, source))
            for name, function in vars(module).items():
                if inspect.isfunction(function) and function.__module__ == module.__name__ and name[0] != "_":
                    yield Subject(f"{module.__name__.removeprefix('sanshe.')}.{name}", function, hints_of(function))


def hints_of(function):
    said = typing.get_type_hints(function)
    return {name: said.get(name) for name in inspect.signature(function).parameters} | {"return": said.get("return")}


def parts(hint):
    """A type and what it is made of: Batch and None of `Batch | None`."""
    yield hint
    for inner in typing.get_args(hint):
        yield from parts(inner)


def is_told_who_asks(one):
    return any(Actor in parts(hint) for name, hint in one.hints.items() if name != "return")


def is_told_a_place(one):
    return bool(PLACES & set(one.hints)) and not is_told_who_asks(one)


def is_given_a_row(one):
    """Such a query speaks about a row that was found for who asks; to find it is another query."""
    found = [part for name, hint in one.hints.items() if name != "return" for part in parts(hint)]
    return any(isinstance(part, type) and issubclass(part, Model) for part in found) or "case" in one.hints


def move(path):
    """Where a row of the district lies after the whole district has become one community: streets a letter, their
    communities two figures more."""
    rest = path[len(DISTRICT) :]
    street = SIGNS[int(rest[:3]) % len(SIGNS)] if rest else ""
    return OWN + street + (f"{int(rest[3:6]) % 100:02}" if rest[3:] else "")


def placed():
    """Every table whose rows lie in an area."""
    return [model for model in apps.get_models() if "area_path" in {one.attname for one in model._meta.local_fields}]


def move_in():
    """Put all that lies in the told district into one community, so that a street and a district can be elsewhere; acts
    of no area are those of the whole house."""
    for statement in importlib.import_module("sanshe.core.audit.migrations.0001_initial").UNDO[connection.vendor]:
        with connection.cursor() as cursor:
            cursor.execute(statement)
    AuditEvent.objects.filter(area_path="").delete()
    for model in placed():
        rows = model._base_manager.filter(area_path__startswith=DISTRICT)
        for path in set(rows.order_by().values_list("area_path", flat=True)):
            model._base_manager.filter(area_path=path).update(area_path=move(path))
    for one in kept.ALL:
        one.forget()


def make_up():
    """A row of nothing in every table that has none there: what no story tells."""
    for maker in map(Maker, placed()):
        if not maker.model._base_manager.filter(area_path__startswith=OWN).exists():
            maker.put(maker.copy(maker.made(), {"area_path": OWN}))


def holder(path, organisations):
    """Somebody with every permission at a place, and for these organisations."""
    codes = frozenset().union(*GRANTS.values())
    grants = [
        Grant("district_admin", codes, path),
        *(Grant("organisation_rep", codes, path, one) for one in organisations),
    ]
    return Actor(id=uuid4(), name="查", is_staff=True, grants=tuple(grants))


@dataclasses.dataclass
class House:
    """The told district at a moment, and the tables of values that arguments are taken from."""

    at: datetime
    tables: Mapping  # a type that is declared in a registry -> its declarations
    conditions: Mapping  # a query that answers a condition -> the table it is for
    keys: dict = dataclasses.field(default_factory=dict)

    def keys_of(self, model, most):
        if (model, most) not in self.keys:
            self.keys[model, most] = list(model._base_manager.order_by("pk").values_list("pk", flat=True)[:most])
        return self.keys[model, most]

    def keys_for(self, one):
        """Keys of rows that such a query finds: of the table it answers with, else of all tables of its app."""
        found = [part for part in parts(one.hints["return"]) if isinstance(part, type) and issubclass(part, Model)]
        if found:
            return [key for model in found for key in self.keys_of(model, EACH)]
        app = one.name.removeprefix("core.").split(".")[0]
        return [key for model in apps.get_app_config(app).get_models() for key in self.keys_of(model, FEW)]

    def arguments(self, one, actor, path):
        """What a query can be called with: every way that its types and its table allow."""
        offered = {}
        for name, hint in one.hints.items():
            default = inspect.signature(one.ask).parameters[name].default if name != "return" else None
            if name in one.given:
                offered[name] = list(one.given[name]() if callable(one.given[name]) else one.given[name])
            elif default is inspect.Parameter.empty or (name in PLACES and is_told_a_place(one)):
                offered[name] = self.values(one, name, hint, actor, path)
        return [dict(zip(offered, some, strict=True)) for some in itertools.product(*offered.values())]

    def values(self, one, name, hint, actor, path):
        if Actor in parts(hint):
            return [actor]
        if name in PLACES:
            return [path if hint is str else [path]]
        for kind, table in self.tables.items():
            if kind in parts(hint):
                return list(table)
        if hint is UUID:
            return [key for key in self.keys_for(one) if isinstance(key, UUID)]
        if name == "ids":
            return [[str(key) for key in self.keys_for(one) if isinstance(key, UUID)]]
        simple = {datetime: [self.at], date: [self.at.date()], bool: [True, False]}
        if name == "code":
            return [min(actor.grants[0].codes)]
        return simple.get(hint, [{}] if typing.get_origin(hint) in (Mapping, dict) else [""])

    def shows(self, one, actor, path):
        """All that the query shows, however it is called."""
        return Shown.of(self.answer(one, asked) for asked in self.arguments(one, actor, path))

    def answer(self, one, asked):
        try:
            said = one.ask(**asked)
        except (Refused, ObjectDoesNotExist, Http404):
            return None
        return self.conditions[one.name]._base_manager.filter(said) if isinstance(said, Q) else said


@dataclasses.dataclass
class Shown:
    """What stands in an answer: keys of rows; where there are none, numbers that are not zero; else texts."""

    keys: set
    numbers: set
    texts: set

    @classmethod
    def of(cls, answer):
        shown = cls(set(), set(), set())
        shown.take(answer, "", 0)
        return shown

    def take(self, value, where, depth):
        if value is None or depth > DEEP or isinstance(value, Enum | date | type | bytes) or callable(value):
            return
        if isinstance(value, Model):
            self.keys.add(f"{value._meta.label}:{value.pk}")
        elif isinstance(value, UUID):
            self.keys.add(value.hex)
        elif isinstance(value, str | Promise):
            self.keys |= {found.replace("-", "") for found in KEY.findall(str(value))}
            self.texts |= {str(value)} - {""}
        elif isinstance(value, int | float):
            self.numbers |= {where} if value else set()
        else:
            for name, inner in inside(value):
                self.take(inner, f"{where}.{name}", depth + 1)

    def what(self, of):
        """By which of the three an answer is compared with this one."""
        return next((name for name in ("keys", "numbers", "texts") if getattr(self, name)), of)


def inside(value):
    """The named parts of a value that is made of others."""
    if isinstance(value, Mapping):
        yield from (("", key) for key in value)
        yield from value.items()
    elif dataclasses.is_dataclass(value):
        yield from ((field.name, getattr(value, field.name)) for field in dataclasses.fields(value))
    elif isinstance(value, QuerySet):
        yield from (("", one) for one in value[:MANY])
    elif hasattr(value, "__iter__"):
        yield from (("", one) for one in itertools.islice(value, MANY))
    elif hasattr(value, "__dict__"):
        yield from vars(value).items()


def judged(house, one, places=ELSEWHERE):
    """None when the query shows nothing to who holds everything at the place, else what it shows elsewhere too."""
    mine = list(Organisation.objects.filter(area_path__startswith=OWN).values_list("pk", flat=True))
    here = house.shows(one, holder(OWN, mine), OWN)
    kind = here.what("keys")
    if not getattr(here, kind):
        return None
    there = {path: house.shows(one, holder(path, [uuid4()]), path) for path in places}
    return {path: both for path, shown in there.items() if (both := getattr(here, kind) & getattr(shown, kind))}

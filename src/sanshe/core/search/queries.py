"""Searching: what each person may see is part of the one statement that searches."""

from django.db import connection
from django.db.models import BooleanField, Case, IntegerField, Q, QuerySet, Value, When
from django.db.models.expressions import RawSQL
from django.db.models.functions import Length

from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.search import adapters, rules
from sanshe.core.search.enums import LIMIT, LONGEST
from sanshe.core.search.models import SearchRow
from sanshe.core.search.types import Found, Hit, SearchKind, Term

KINDS: Registry[SearchKind] = Registry("kind of thing to find")


def visible(actor: Actor) -> Q:
    """Everything this person may find, kind by kind; nothing of a kind that was never declared."""
    whole = Q(pk__in=[])
    for code in KINDS.codes():
        whole |= Q(kind=code) & KINDS[code].visible(actor)
    return whole


def find(actor: Actor, text: str, limit: int = LIMIT) -> Found:
    """The best hits for a query: the very title first, then what begins with it, then what holds it."""
    text = " ".join(text[:LONGEST].split())
    asked = rules.terms(text)
    if not asked:
        return Found()
    rows = _matching(SearchRow.objects.filter(visible(actor)), asked)
    rows = rows.order_by(_rank(text), *_order(), Length("title"), "title", "pk")
    found = list(rows.values_list("kind", "title", "text", "url")[: limit + 1])
    hits = (Hit(kind, rules.pieces(title, text), line, url) for kind, title, line, url in found[:limit])
    return Found(tuple(hits), has_more=len(found) > limit)


def _matching(rows: QuerySet[SearchRow], asked: tuple[Term, ...]) -> QuerySet[SearchRow]:
    if connection.vendor == "sqlite":
        asks = "SELECT rowid FROM search_index WHERE search_index MATCH %s"
        return rows.filter(pk__in=RawSQL(asks, [adapters.fts5(asked)]))
    asks = "search_searchrow.tokens @@ to_tsquery('simple', %s)"
    return rows.filter(RawSQL(asks, [adapters.tsquery(asked)], output_field=BooleanField()))


def _rank(text: str) -> Case:
    by_title = (Q(title=text), Q(title__istartswith=text), Q(title__icontains=text))
    whens = [When(condition, then=Value(i)) for i, condition in enumerate(by_title)]
    return Case(*whens, default=Value(len(whens)), output_field=IntegerField())


def _order() -> list[Case]:
    whens = [When(kind=code, then=Value(KINDS[code].order)) for code in KINDS.codes()]
    return [Case(*whens, default=Value(99), output_field=IntegerField())] if whens else []

"""Papers of a case: which kinds can be made now, what was made, and the sets asked for at once."""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count

from sanshe.core.audit.queries import NAMES
from sanshe.core.kit.access import Actor
from sanshe.core.papers import rules
from sanshe.core.papers.models import Paper, PaperSet
from sanshe.core.papers.queries.registries import CASES, DOCUMENTS
from sanshe.core.papers.queries.templates import template, versions_in_use
from sanshe.core.papers.types import Case, Doc, Document, Item

SETS_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Line:
    """One kind of paper on the page of a case. `last` is its newest paper, `of` how many can be made now."""

    document: Document
    of: int
    only: Item | None
    made: int
    last: Paper | None
    by: str
    version: int
    sets: tuple[PaperSet, ...] = ()


def names_of(people: Iterable[UUID | None]) -> dict[UUID, str]:
    """Names of people by id, as `accounts` knows them."""
    known = {one for one in people if one}
    return NAMES(known) if known else {}


def may_make(document: Document, actor: Actor, case: Any) -> bool:
    """Whether this person holds one of the kind's codes where the case lies."""
    return any(actor.may_at(code, case.area_path) for code in document.codes)


def documents_of(actor: Actor, case_code: str, case: Any) -> list[Document]:
    """The kinds of a case this person may have."""
    return [one for one in DOCUMENTS if one.case == case_code and may_make(one, actor, case)]


def items_for(document: Document, actor: Actor, case: Any, at: datetime) -> list[Item]:
    """What the kind can be made of now, without what is shut to this reader."""
    shut = document.shut(actor, case)
    return [item for item in document.items(case, at) if item.subject not in shut]


def lines_of_case(actor: Actor, case_code: str, case: Any, at: datetime) -> list[Line]:
    """Every kind of the case with how many can be made, how many were made, when, by whom, by which version."""
    kinds = documents_of(actor, case_code, case)
    made, last = _made(case_code, case.pk), _last(case_code, case.pk)
    sets, people = _sets(case_code, case.pk), names_of(one.made_by for one in last.values())
    versions = versions_in_use()
    return [_line(one, items_for(one, actor, case, at), made, last, people, versions, sets) for one in kinds]


def _line(one: Document, items: Sequence[Item], made: Any, last: Any, people: Any, versions: Any, sets: Any) -> Line:
    newest = last.get(one.code)
    return Line(
        document=one,
        of=len(items),
        only=items[0] if len(items) == 1 else None,
        made=made[one.code],
        last=newest,
        by=people.get(newest.made_by, "") if newest else "",
        version=versions.get(one.code, 0),
        sets=tuple(sets[one.code][:1]),
    )


def _made(case_code: str, pk: UUID) -> Counter[str]:
    rows = (
        Paper.objects.filter(case=case_code, case_id=pk).values_list("code").annotate(n=Count("subject", distinct=True))
    )
    return Counter(dict(rows))


def _last(case_code: str, pk: UUID) -> dict[str, Paper]:
    """The newest paper of each kind, without its text."""
    rows = Paper.objects.filter(case=case_code, case_id=pk).defer("tree")
    newest = rows.order_by("code", "-made_at", "-pk").values_list("code", "pk")
    first = dict(reversed(list(newest)))
    return {one.code: one for one in rows.filter(pk__in=first.values())}


def _sets(case_code: str, pk: UUID) -> dict[str, list[PaperSet]]:
    found: dict[str, list[PaperSet]] = defaultdict(list)
    for one in PaperSet.objects.filter(case=case_code, case_id=pk).order_by("-asked_at", "-pk")[:200]:
        found[one.code].append(one)
    return found


def sets_of(case_code: str, case: Any, code: str) -> list[PaperSet]:
    """The newest sets of a kind."""
    rows = PaperSet.objects.filter(case=case_code, case_id=case.pk, code=code)
    return list(rows.order_by("-asked_at", "-pk")[:SETS_SHOWN])


def papers_of(case_code: str, case: Any, code: str) -> dict[UUID, Paper]:
    """The newest paper of each subject of a kind, without its text."""
    rows = Paper.objects.filter(case=case_code, case_id=case.pk, code=code).defer("tree")
    return {one.subject: one for one in rows.order_by("made_at", "pk")}


def case_of(actor: Actor, code: str, pk: UUID) -> tuple[Case, Any] | None:
    """A case this person may see; None for all others, as for one that is not there."""
    kind = CASES.get(code)
    row = kind.find(actor, pk) if kind else None
    return (kind, row) if kind and row is not None else None


def paper_for(actor: Actor, pk: UUID) -> Paper | None:
    """A made paper for who may have it now (code, area, and nothing of it shut), and for whom it was written to."""
    found = Paper.objects.filter(pk=pk).first()
    if found is None or not (_may_have(actor, found, {found.subject}) or _is_own(actor, found)):
        return None
    return found


def _is_own(actor: Actor, paper: Paper) -> bool:
    document = DOCUMENTS.get(paper.code)
    return document is not None and document.own(actor, paper.subject)


def set_for(actor: Actor, pk: UUID) -> PaperSet | None:
    """A set for who may have every paper in it."""
    found = PaperSet.objects.filter(pk=pk).first()
    return found if found and _may_have(actor, found, {UUID(one) for one in found.subjects}) else None


def _may_have(actor: Actor, row: Paper | PaperSet, subjects: set[UUID]) -> bool:
    document, kind = DOCUMENTS.get(row.code), CASES.get(row.case)
    case = kind.find(actor, row.case_id) if kind else None
    if document is None or case is None or not may_make(document, actor, case):
        return False
    return not subjects & document.shut(actor, case)


def may_open_set(actor: Actor, pk: UUID) -> bool:
    """Whether somebody may open the file of a set."""
    return set_for(actor, pk) is not None


def text_of(document: Document, item: Item, at: datetime) -> tuple[int, Doc]:
    """(version of the template, the paper's text)."""
    if document.tree is not None:
        return 0, document.tree(item, at)
    version, doc = template(document.code, document.version(item))
    return version, rules.filled(doc, document.values(item, at))


def doc_of(paper: Paper) -> Doc:
    """The text of a made paper, as it was made."""
    return rules.from_json(json.loads(paper.tree))


def name_of(document: Document, item: Item) -> str:
    """What the paper's file is called."""
    return rules.file_name(item.number, item.name, str(document.title))


def file_names(papers: Mapping[UUID, str]) -> dict[UUID, str]:
    """Names of files by paper, none twice."""
    return dict(zip(papers, rules.distinct(papers.values()), strict=True))

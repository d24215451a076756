"""Make a paper and keep it with the version it was made with; ask for a set of them, make it, stop it."""

import json
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction

from sanshe.core.audit import actions as audit
from sanshe.core.files import actions as files
from sanshe.core.files.enums import Kind
from sanshe.core.jobs.actions import enqueue, progress
from sanshe.core.jobs.queries import current
from sanshe.core.kit import digest
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.papers import rules
from sanshe.core.papers.adapters import docx, packs, pdf
from sanshe.core.papers.enums import E, R
from sanshe.core.papers.models import Paper, PaperSet
from sanshe.core.papers.pages import insist_drawn
from sanshe.core.papers.queries import papers as queries
from sanshe.core.papers.queries.registries import DOCUMENTS
from sanshe.core.papers.types import Document, Item
from sanshe.core.rows.actions import record

JOB = "papers.set"
PLACE = "papers.set"  # the kind under which the file of a set is kept
Made = tuple[UUID, str, bytes, bytes]


@transaction.atomic
def make_paper(
    *, document: Document, item: Item, case: Any, by: Actor, at: datetime, must_print: bool = False
) -> Paper:
    """Make one paper. The same text for the same subject is the paper that is there already, and leaves no new row.

    `must_print`: characters that no font draws are a refusal.
    """
    version, doc = queries.text_of(document, item, at)
    if must_print:
        insist_drawn(doc)
    plain = rules.to_json(doc)
    row = Paper(
        code=document.code,
        subject=item.subject,
        case=document.case,
        case_id=case.pk,
        area_path=case.area_path,
        name=queries.name_of(document, item),
        template_version=version,
        tree=json.dumps(plain, ensure_ascii=False),
        digest=digest.fingerprint({"version": version, "tree": plain}),
        made_at=at,
        made_by=by.id,
    )
    Paper.objects.bulk_create([row], ignore_conflicts=True)
    found = Paper.objects.get(code=row.code, subject=row.subject, digest=row.digest)
    if found.pk == row.pk:
        new = {"code": row.code, "version": version, "digest": row.digest, "paper": row.pk}
        where = {"kind": "papers.paper", "subject": item.subject, "area_path": case.area_path}
        audit.record(event=E.PAPER_MADE, by=by, at=at, new=new, **where)
    return found


@transaction.atomic
def ask_for_set(
    *, document: Document, items: Sequence[Item], case: Any, by: Actor, at: datetime, must_print: bool = False
) -> PaperSet:
    """Queue the making of many papers. `items` are those this person may have; the work keeps to them.

    `must_print`: characters that no font draws are a refusal.
    """
    insist(None if items else R.NOTHING_TO_MAKE)
    if must_print:
        insist_drawn(*(queries.text_of(document, item, at)[1] for item in items))
    row = PaperSet(
        code=document.code,
        case=document.case,
        case_id=case.pk,
        area_path=case.area_path,
        subjects=[str(item.subject) for item in items],
        asked_at=at,
        asked_by=by.id,
    )
    row.job = enqueue(code=JOB, payload={"set": str(row.pk)}, at=at, key=f"{JOB}-{row.pk}", owner=by.id)
    row.save(force_insert=True)
    record(E.SET_ASKED, row, by=by, at=at, code=row.code, n=len(items))
    return row


@transaction.atomic
def cancel_set(*, papers: PaperSet, by: Actor, at: datetime) -> None:
    """Stop a set that is not finished. The papers made so far stay; there is no pack of them."""
    open_ = PaperSet.objects.filter(pk=papers.pk, finished_at__isnull=True, cancelled_at__isnull=True)
    insist(None if open_.update(cancelled_at=at) == 1 else R.SET_IS_OVER)
    record(E.SET_CANCELLED, papers, by=by, at=at, code=papers.code)


def make_set(*, set_id: UUID, at: datetime) -> None:
    """Make the papers of a set, one transaction each, then its pack. Done again after a crash it makes none twice."""
    row = PaperSet.objects.get(pk=set_id)
    by = Actor(row.asked_by, "".join(queries.names_of([row.asked_by]).values()), is_staff=True)
    made: list[Made] = []
    for one in _each(row, by, at):
        if one is None:
            return
        made.append(one)
        progress(current(), len(made), len(row.subjects), one[1])
    _finish(row, made, by, at)


def _each(row: PaperSet, by: Actor, at: datetime) -> Iterator[Made | None]:
    """The papers in order with both their files; None once somebody stopped it."""
    document, case = DOCUMENTS[row.code], queries.CASES[row.case].row(row.case_id)
    wanted = set(row.subjects)
    for item in document.items(case, at):
        if str(item.subject) not in wanted:
            continue
        if not PaperSet.objects.filter(pk=row.pk, finished_at__isnull=True, cancelled_at__isnull=True).exists():
            yield None
            return
        paper = make_paper(document=document, item=item, case=case, by=by, at=at)
        doc = queries.doc_of(paper)
        yield paper.pk, paper.name, docx.render(doc), pdf.render(doc)


def _finish(row: PaperSet, made: Sequence[Made], by: Actor, at: datetime) -> None:
    names = queries.file_names({key: name for key, name, _docx, _pdf in made})
    inside = {f"{names[key]}.docx": word for key, _name, word, _pdf in made}
    inside |= {f"{names[key]}.pdf": print_ for key, _name, _docx, print_ in made}
    title = rules.file_name(queries.CASES[row.case].title(queries.CASES[row.case].row(row.case_id)))
    title = f"{title} {DOCUMENTS[row.code].title}"
    kept = files.keep_made(data=packs.pack(inside), kind=Kind.ZIP, name=title, by=by, at=at)
    with transaction.atomic():
        where = {"kind": PLACE, "subject": row.pk, "slot": "pack", "label": title[:120], "area_path": row.area_path}
        attached = files.attach(file=kept, by=by, at=at, **where)
        open_ = PaperSet.objects.filter(pk=row.pk, finished_at__isnull=True, cancelled_at__isnull=True)
        if open_.update(finished_at=at, file=attached.pk) != 1:
            raise Refused(R.SET_IS_OVER)  # taken over meanwhile: what this attempt attached is rolled back
        record(E.SET_MADE, row, by=by, at=at, code=row.code, n=len(made), digest=kept.digest)

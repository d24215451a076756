"""Papers of a case: what can be made, what was made, sets and how far they are."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.files.enums import Format
from sanshe.core.jobs.phrases import PILLS, STATES
from sanshe.core.jobs.queries import progress_of
from sanshe.core.kit.access import Open, needs
from sanshe.core.papers import actions, queries
from sanshe.core.papers.adapters import answers
from sanshe.core.papers.queries import papers as found
from sanshe.core.papers.rules import may_change
from sanshe.core.papers.types import Document
from sanshe.core.rows.rules import from_any_page
from sanshe.core.ui.queries import refusal_in


def _case(request: HttpRequest, case: str, pk: UUID) -> Any:
    """The kind of case and its row, for who may see it; a missing page for everybody else."""
    one = queries.case_of(request.actor, case, pk)
    if one is None:
        raise Http404
    return one


def _document(request: HttpRequest, case: str, row: Any, code: str) -> Document:
    one = next((each for each in queries.documents_of(request.actor, case, row) if each.code == code), None)
    if one is None:
        raise Http404
    return one


def _around(request: HttpRequest, case: str, pk: UUID) -> dict[str, Any]:
    kind, row = _case(request, case, pk)
    may_edit = may_change(request.actor)
    return {"case": case, "row": row, "title": kind.title(row), "back": kind.back(row), "may_edit": may_edit} | {
        "undrawn": refusal_in(request).get("glyphs", "")
    }


@needs(Open.STAFF)
@require_safe
def papers(request: HttpRequest, case: str, pk: UUID) -> HttpResponse:
    """Every kind: which can be made now, how many were made, when, by whom, by which version of its text."""
    facts = _around(request, case, pk)
    lines = found.lines_of_case(request.actor, case, facts["row"], request.received_at)
    sums = {"made": sum(line.made for line in lines), "ready": sum(line.of > 0 for line in lines)}
    return render(request, "papers/papers.html", {**facts, "lines": lines, **sums})


@needs(Open.STAFF)
@require_safe
def papers_of(request: HttpRequest, case: str, pk: UUID, code: str) -> HttpResponse:
    """One kind: whose paper can be made now, and what was made."""
    facts = _around(request, case, pk)
    document = _document(request, case, facts["row"], code)
    items = queries.items_for(document, request.actor, facts["row"], request.received_at)
    made = found.papers_of(case, facts["row"], code)
    rows = [(item, made.get(item.subject)) for item in items]
    sets = found.sets_of(case, facts["row"], code)
    return render(request, "papers/papers_of.html", {**facts, "document": document, "rows": rows, "sets": sets})


def _anyway(request: HttpRequest) -> bool:
    """Whether somebody was told which characters no font draws, and wants the paper with boxes in their places."""
    return request.POST.get("anyway") == "yes"


@needs(Open.STAFF)
@require_POST
@from_any_page
def make(request: HttpRequest, case: str, pk: UUID, code: str) -> HttpResponse:
    """Make one paper and hand it out."""
    _kind, row = _case(request, case, pk)
    document = _document(request, case, row, code)
    items = queries.items_for(document, request.actor, row, request.received_at)
    item = next((one for one in items if str(one.subject) == request.POST.get("subject")), None)
    fmt = request.POST.get("fmt", "")
    if item is None or fmt not in (Format.DOCX, Format.PDF):
        raise Http404
    who = {"by": request.actor, "at": request.received_at}
    must_print = fmt == Format.PDF and not _anyway(request)
    paper = actions.make_paper(document=document, item=item, case=row, must_print=must_print, **who)
    return redirect("papers:paper", paper.pk, fmt)


@needs(Open.ANY_USER)
@require_safe
def paper(request: HttpRequest, paper_id: UUID, fmt: str) -> HttpResponseBase:
    """A paper that was made, as it was made."""
    one = queries.paper_for(request.actor, paper_id)
    if one is None or fmt not in (Format.DOCX, Format.PDF):
        raise Http404
    return answers.paper(found.doc_of(one), fmt, one.name)


@needs(Open.STAFF)
@require_POST
@from_any_page
def make_set(request: HttpRequest, case: str, pk: UUID, code: str) -> HttpResponse:
    """Queue all papers of a kind that this person may have."""
    _kind, row = _case(request, case, pk)
    document = _document(request, case, row, code)
    items = queries.items_for(document, request.actor, row, request.received_at)
    who = {"by": request.actor, "at": request.received_at}
    one = actions.ask_for_set(document=document, items=items, case=row, must_print=not _anyway(request), **who)
    return redirect("papers:paper_set", one.pk)


def _set(request: HttpRequest, set_id: UUID) -> Any:
    one = queries.set_for(request.actor, set_id)
    if one is None:
        raise Http404
    return one


@needs(Open.STAFF)
@require_safe
def paper_set(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """How far a set is; its pack once it is made. The page asks for its part again: 304 while nothing has changed."""
    one = _set(request, set_id)
    facts = _how_far(one)
    tag = f'"{facts["state"]}-{facts["done"]}-{facts["is_over"]}"'
    part = bool(request.headers.get("X-Part"))
    if part and request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified(headers={"ETag": tag})
    page = "papers/_paper_set.html" if part else "papers/paper_set.html"
    answer = render(request, page, {**_around(request, one.case, one.case_id), **facts})
    answer["ETag"], answer["Cache-Control"] = tag, "private, no-cache"
    return answer


def _how_far(one: Any) -> dict[str, Any]:
    job = progress_of(one.job)
    state = "lost" if job is None else job.state
    return {
        "set": one,
        "document": queries.DOCUMENTS[one.code],
        "job": job,
        "done": job.done if job else 0,
        "n": len(one.subjects),
        "is_over": bool(one.finished_at or one.cancelled_at or state in ("failed", "lost")),
        "state": state,
        "word": STATES[state],
        "pill": PILLS[state],
        "by": found.names_of([one.asked_by]).get(one.asked_by, ""),
    }


@needs(Open.STAFF)
@require_POST
@from_any_page
def stop(request: HttpRequest, set_id: UUID) -> HttpResponse:
    """Stop a set that is not finished."""
    one = _set(request, set_id)
    actions.cancel_set(papers=one, by=request.actor, at=request.received_at)
    return redirect("papers:paper_set", one.pk)

"""Those in incubation: the list of a batch, one organisation's page for the centre, and its own view on a phone."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.hours import hours as written
from sanshe.core.sheets import phrases as paper_words
from sanshe.incubation.enums.access import P
from sanshe.incubation.pages.stay import entries as list_page
from sanshe.incubation.pages.stay import entry as page
from sanshe.incubation.pages.stay.paper_form import plan_lines
from sanshe.incubation.phrases.agreement import register as words
from sanshe.incubation.phrases.stay import report as report_words
from sanshe.incubation.phrases.stay import resource as link_words
from sanshe.incubation.phrases.stay import supervision as supervision_words
from sanshe.incubation.phrases.stay import support as support_words
from sanshe.incubation.queries.stay import plan, report, resource, stay, supervision, support, training
from sanshe.incubation.views.call.batch import found


@needs(P.ENTRY_READ)
@require_safe
def entries(request: HttpRequest, b: UUID) -> HttpResponse:
    """Everybody in incubation from a batch, one line each."""
    batch = found(request, P.ENTRY_READ, b)
    rows = list_page.lines(batch, request.received_at)
    facts = {"batch": batch, "rows": rows, "sums": list_page.sums(rows), "states": paper_words.STATES}
    facts["report_states"] = report_words.STATES
    return render(request, "incubation/stay/entries.html", {**facts, "pills": paper_words.PILLS})


@needs(P.ENTRY_READ)
@require_safe
def entry(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One organisation in incubation: everything there is of it, each part with what one may do there."""
    row = stay.entry_for(request.actor, pk)
    if row is None:
        raise Http404
    may = {code.value.removeprefix("incubation.").replace(".", "_"): request.actor.may(code) for code in P}
    parts = _parts(request, row)
    facts = {"may": may, "is_own": False, "is_reachable": stay.has_representative(row, request.received_at)}
    facts["entries"] = page.history(row, _subjects(parts))
    return render(request, "incubation/stay/entry.html", {**parts, **facts})


def _subjects(parts: dict[str, Any]) -> list[Any]:
    """The rows of an entry that have a record of their own."""
    reports = [one.row for one, _is_over in parts["reports"] if one.row]
    links = [one for one, _amount in parts["links"]]
    return [*filter(None, [parts["plan"]]), *reports, *links, *parts["talks"], *parts["grants"], *parts["desks"]]


@needs(P.ENTRY_OWN)
@require_safe
def own(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The same for who acts for the organisation, on a phone."""
    row = stay.own_entry(request.actor, pk)
    if row is None:
        raise Http404
    return render(request, "incubation/stay/stay.html", {**_parts(request, row), "may": {}, "is_own": True})


def _parts(request: HttpRequest, row: Any) -> dict[str, Any]:
    parts = (_plan(request, row), _training(row), _supervision(row), _links(row), _support(row), _reports(request, row))
    return {name: value for part in parts for name, value in part.items()}


def _plan(request: HttpRequest, row: Any) -> dict[str, Any]:
    kept = plan.plan_of(row)
    return {
        "entry": row,
        "plan_lines": plan_lines(kept) if kept and not kept.is_writable else (),
        "state": words.STATES[row.state],
        "today": shanghai.day(request.received_at),
        "plan": kept,
        "steps": plan.steps(row),
        "paper_states": paper_words.STATES,
        "paper_pills": paper_words.PILLS,
        "not_begun": paper_words.NOT_BEGUN,
    }


def _training(row: Any) -> dict[str, Any]:
    attended = list(training.of_entry(row))
    return {"attended": attended, "sessions": training.promise(row, attended)}


def _supervision(row: Any) -> dict[str, Any]:
    talks = list(supervision.of_entry(row))
    kept = supervision.promise(row, talks)
    return {
        "talks": talks,
        "hours": kept,
        "hours_promised": written(kept.promised),
        "hours_given": written(kept.given),
        "hours_over": written(kept.over),
        "functions": supervision_words.FUNCTIONS,
        "first_talk": supervision.first_due(row) if row.agreement_id else None,
    }


def _links(row: Any) -> dict[str, Any]:
    return {
        "links": [(one, resource.amount(one)) for one in resource.of_entry(row)],
        "five": link_words.FIVE,
        "link_states": link_words.STATES,
        "link_pills": link_words.PILLS,
    }


def _support(row: Any) -> dict[str, Any]:
    given, desks = list(support.grants(row)), list(support.desk_lines(row))
    return {
        "desks": desks,
        "desks_held": sum(one.struck_at is None for one in desks),
        "desks_promised": support.promised(row),
        "free_desks": support.free(row.batch),
        "grants": given,
        "scans": support.scans(given),
        "receipt_states": support_words.STATES,
        "receipt_pills": support_words.PILLS,
    }


def _reports(request: HttpRequest, row: Any) -> dict[str, Any]:
    at, today = request.received_at, shanghai.day(request.received_at)
    slots = report.slots(row, today)
    return {
        "reports": [(one, one.is_over(at)) for one in slots],
        "report_states": report_words.STATES,
        "rail": page.steps(row, slots, today),
        "clocks": page.clocks(row, slots, at),
        "papers": page.papers(row, slots),
    }

"""Read a sheet in, look over its rows, take them over."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.files.adapters.answers import TYPES, named
from sanshe.core.files.enums import Format
from sanshe.core.files.types import Asked
from sanshe.core.files.views import takes_files
from sanshe.core.imports import actions, adapters, pages, phrases, queries
from sanshe.core.imports.enums import R, RunState
from sanshe.core.imports.forms import MendForm, SpotForm, UploadForm, columns_chosen
from sanshe.core.kit.access import Open, needs
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers.actions import exported
from sanshe.core.ledgers.adapters import answers
from sanshe.core.ledgers.queries.registries import holds
from sanshe.core.ui.forms import sound


def _meant(request: HttpRequest, code: str) -> tuple[Any, Mapping[str, str]] | None:
    """The importer and what it is about (a batch), which stands in the address; None for who may not use it."""
    importer = queries.IMPORTERS.get(code)
    asked = {name: request.GET.get(name, "") for name in importer.context} if importer else {}
    context = queries.settle(importer, request.actor, asked) if importer else None
    if importer is None or context is None or not queries.may_use(importer, request.actor, context):
        return None
    return importer, context


def _sheets(request: HttpRequest, code: str) -> list[Asked]:
    """The sheets of whoever may read some in."""
    meant = _meant(request, code)
    files = request.FILES.getlist("file") if meant else ()
    return [Asked(adapters.SHEET, one, one.size or 0, (meant[0].most_rows,)) for one in files if meant]


@needs(Open.STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
@takes_files(_sheets)
def upload(request: HttpRequest, code: str) -> HttpResponse:
    """Choose a file."""
    meant = _meant(request, code)
    if meant is None:
        raise Http404
    return _read(request, *meant) if request.method == "POST" else _asked(request, *meant)


def _asked(request: HttpRequest, importer: Any, context: Mapping[str, str]) -> HttpResponse:
    about = importer.describe(context) if importer.describe else ""
    facts = {
        "importer": importer,
        "about": about,
        "open": queries.open_runs(request.actor, importer.code),
        "back": importer.back(context) if importer.back else "",
        "papers": importer.papers(context) if importer.papers else (),
    }
    return render(request, "imports/upload.html", facts)


def _read(request: HttpRequest, importer: Any, context: Mapping[str, str]) -> HttpResponse:
    form = sound(UploadForm(request.POST, request.FILES))
    file, by, at = form.cleaned_data["file"], request.actor, request.received_at
    given = {"data": file.read(), "name": file.name, "with_hidden": form.cleaned_data["with_hidden"]}
    run = actions.read_in(importer=importer, context=context, by=by, at=at, **given)
    return redirect("imports:columns" if run.state == RunState.COLUMNS else "imports:run", run_id=run.pk)


@needs(Open.STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def columns(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """Their heads beside our fields: say which is which."""
    found = _run(request, run_id)
    if found.applied_at:
        return redirect("imports:run", run_id=found.pk)
    return _matched(request, found) if request.method == "POST" else _columns(request, found)


def _columns(request: HttpRequest, found: Any) -> HttpResponse:
    page = pages.columns_page(found, SpotForm(request.GET).spot())
    if page is None:
        raise Http404
    facts = {"run": found, "page": page, "no_column": phrases.NO_COLUMN, "depths": phrases.DEPTHS}
    return render(request, "imports/columns.html", {**_around(found), **facts})


def _matched(request: HttpRequest, found: Any) -> HttpResponse:
    spot = SpotForm(request.POST).spot()
    if spot is None:
        raise Refused(R.STALE)
    columns = columns_chosen(request.POST, {one.code for one in queries.IMPORTERS[found.importer].fields})
    actions.match_columns(run=found, spot=spot, columns=columns, by=request.actor, at=request.received_at)
    return redirect("imports:run", run_id=found.pk)


@needs(Open.STAFF)
@require_safe
def blank(request: HttpRequest, code: str) -> HttpResponseBase:
    """An empty sheet with the heads that are known and what each takes, to be filled in."""
    importer = queries.IMPORTERS.get(code)
    if importer is None or not holds(request.actor, importer.codes):
        raise Http404
    answer = HttpResponse(adapters.blank(importer.fields), content_type=TYPES[Format.XLSX])
    return named(answer, str(importer.title), Format.XLSX)


def _run(request: HttpRequest, run_id: UUID) -> Any:
    found = queries.run_of(request.actor, run_id)
    if found is None:
        raise Http404
    return found


@needs(Open.STAFF)
@require_safe
def run(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """The rows to look at, what each column was taken for, sums that add up; afterwards where each row went."""
    found = _run(request, run_id)
    if found.state == RunState.COLUMNS:
        return redirect("imports:columns", run_id=found.pk)
    return _shown(request, found)


def _around(found: Any) -> dict[str, Any]:
    importer = queries.IMPORTERS[found.importer]
    return {
        "importer": importer,
        "about": importer.describe(found.context) if importer.describe else "",
        "back": importer.back(found.context) if importer.back else "",
    }


def _turned(request: HttpRequest) -> dict[str, str]:
    """Which page of its rows somebody looks at."""
    return {name: value for name in ("after", "before") if (value := request.GET.get(name))}


def _shown(request: HttpRequest, found: Any) -> HttpResponse:
    page = queries.page_of(found, **_turned(request))
    facts = {
        **_around(found),
        "run": found,
        "said_by": pages.said_by(found),
        "n": queries.summary(found),
        "page": page,
        "turned": urlencode(_turned(request)),
        "rows": [] if found.applied_at else queries.to_look_at(found, page.rows),
        "good": [] if found.applied_at else queries.good_rows(found),
        "skip_word": phrases.SKIP,
        "columns": queries.samples(found),
        "fates": page.rows if found.applied_at else [],
        "states": phrases.ROW_STATES,
        "notes": [said for one in found.note.split() if (said := phrases.note(one))],
    }
    return render(request, "imports/run.html", facts)


@needs(Open.STAFF)
@require_POST
def mend(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """Change one cell, leave a row out, or take that back."""
    found, asked = _run(request, run_id), sound(MendForm(request.POST)).cleaned_data
    by, at = request.actor, request.received_at
    if asked["what"] == "mend":
        actions.mend(run=found, no=asked["no"], field=asked["field"], value=asked["value"], by=by, at=at)
    else:
        actions.skip(run=found, no=asked["no"], leave_out=asked["what"] == "skip", by=by, at=at)
    return redirect(f"{reverse('imports:run', args=[found.pk])}?{urlencode(_turned(request))}".rstrip("?"))


@needs(Open.STAFF)
@require_POST
def apply(request: HttpRequest, run_id: UUID) -> HttpResponse:
    """Take the good rows over: all, or none."""
    found = _run(request, run_id)
    skip_bad = request.POST.get("skip_bad") == "1"
    actions.apply_run(run=found, skip_bad=skip_bad, by=request.actor, at=request.received_at)
    return redirect("imports:run", run_id=found.pk)


@needs(Open.STAFF)
@require_safe
def bad(request: HttpRequest, run_id: UUID) -> HttpResponseBase:
    """The rows that were not taken over, with the reason, as CSV: to be mended elsewhere and sent again."""
    found = _run(request, run_id)
    columns, rows = queries.bad_rows(found)
    exported(code=found.importer, fmt="csv", filters={"run": found.pk}, by=request.actor, at=request.received_at)
    return answers.sheet(columns, rows, "csv", f"{phrases.BAD_NAME} {found.name.rsplit('.', 1)[0]}", [])


def to_read_in(request: HttpRequest, subject: Any) -> SafeString:
    """On the page of all ledgers: the sheets one may read in."""
    facts = {"importers": queries.importers_of(request.actor)}
    return render_to_string("imports/_importers.html", facts, request)

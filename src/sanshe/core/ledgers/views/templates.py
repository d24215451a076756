"""The text of papers, edited by those whose papers they are."""

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sanshe.core.kit.access import needs
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers import actions, phrases, queries, rules
from sanshe.core.ledgers.adapters import answers
from sanshe.core.ledgers.enums import Format, P
from sanshe.core.ledgers.types import Doc

HEAD = ("title", "org", "foot")


@needs(P.TEMPLATES)
@require_GET
def templates(request: HttpRequest) -> HttpResponse:
    """All papers whose text can be edited."""
    return render(request, "ledgers/templates.html", {"templates": queries.templates()})


@needs(P.TEMPLATES)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """One paper: its blocks as fields, the blanks that may stand in them, the versions before."""
    if code not in queries.TEMPLATES:
        raise Http404
    version, doc = queries.template(code)
    fault = ""
    if request.method == "POST":
        doc = _sent(request, doc)
        fault = _save(request, code, doc)
        if not fault:
            return redirect("ledgers:template", code=code)
    facts = {
        "code": code,
        "declared": queries.TEMPLATES[code],
        "version": version,
        "doc": doc,
        "blocks": [(place, rules.text_of_block(one), one) for place, one in enumerate(doc.blocks)],
        "versions": queries.template_versions(code),
        "fault": fault,
    }
    return render(request, "ledgers/template.html", facts, status=409 if fault else 200)


def _sent(request: HttpRequest, doc: Doc) -> Doc:
    names = [name for name in request.POST if name.startswith("block-") and name[6:].isdecimal()]
    texts = {int(name[6:]): request.POST[name] for name in names}
    return rules.edited(doc, texts, **{name: request.POST.get(name, getattr(doc, name)).strip() for name in HEAD})


def _save(request: HttpRequest, code: str, doc: Doc) -> str:
    number = request.POST.get("version", "")
    version = int(number) if number.isdecimal() and len(number) < 9 else -1
    try:
        actions.save_template(code=code, tree=doc, version=version, by=request.actor, at=request.received_at)
    except Refused as refusal:
        return phrases.sentence(refusal)
    return ""


@needs(P.TEMPLATES)
@require_GET
def sample(request: HttpRequest, code: str, fmt: str) -> HttpResponseBase:
    """The paper with its blanks standing open, to look at its layout."""
    if code not in queries.TEMPLATES or fmt not in (Format.DOCX, Format.PDF):
        raise Http404
    return answers.paper(queries.template(code)[1], fmt)

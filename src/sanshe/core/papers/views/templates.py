"""The text of papers, edited by those whose papers they are: fields, preview, versions, approval."""

import json
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.files.enums import Format
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import whole
from sanshe.core.kit.refused import Refused
from sanshe.core.papers import actions, phrases, queries, rules
from sanshe.core.papers.adapters import answers
from sanshe.core.papers.enums import P, R
from sanshe.core.papers.queries.papers import names_of
from sanshe.core.papers.types import Doc
from sanshe.core.receipts.rules import without_receipt
from sanshe.core.ui.adapters import object_in
from sanshe.core.ui.queries import say

HEAD = ("title", "org", "number", "foot")
SAVE = "save"


def _declared(code: str) -> dict[str, Any]:
    if code not in queries.TEMPLATES:
        raise Http404
    return queries.TEMPLATES[code]


@needs(P.TEMPLATES, P.TEMPLATES_APPROVE)
@require_safe
def templates(request: HttpRequest) -> HttpResponse:
    """All papers whose text can be edited."""
    return render(request, "papers/templates.html", {"templates": queries.templates()})


@needs(P.TEMPLATES, P.TEMPLATES_APPROVE)
@require_http_methods(["GET", "HEAD", "POST"])
def edit(request: HttpRequest, code: str) -> HttpResponse:
    """One paper: its blocks as fields, beside them how it looks, the blanks that may stand in it, its versions."""
    _declared(code)
    _version, doc = queries.newest_template(code)
    fault = ""
    if request.method == "POST":
        doc, fault = _worked(request, code, doc)
        if request.POST.get("act", SAVE) == SAVE and not fault:
            return redirect("papers:template", code=code)
    return _shown(request, code, doc, fault)


def _worked(request: HttpRequest, code: str, doc: Doc) -> tuple[Doc, str]:
    """What was sent, with what was asked for done to it; and why that was refused."""
    act, _colon, place = request.POST.get("act", SAVE).partition(":")
    try:
        doc = _sent(request, doc)
        if act == SAVE:
            _save(request, code, doc)
        elif (number := -1 if place == "-1" else whole(place)) is not None:  # -1: before all others
            doc = rules.rearranged(doc, act, number, request.POST.get(f"kind-{place}", ""))
    except Refused as refusal:
        return doc, say(refusal.code, refusal.facts)
    return doc, ""


def _sent(request: HttpRequest, doc: Doc) -> Doc:
    """The text as it stands in the form: `tree` is what its fields were made from."""
    if "tree" in request.POST:
        doc = _tree(request.POST["tree"])
    texts: dict[int, dict[str, str]] = {}
    for name in request.POST:
        kind, _dash, rest = name.partition("-")
        place, _dash, part = rest.partition("-")
        if kind == "block" and (number := whole(place)) is not None:
            texts.setdefault(number, {})[part or "text"] = request.POST[name]
    head = {name: request.POST.get(name, getattr(doc, name)).strip() for name in HEAD}
    return rules.edited(doc, texts, **head)


def _tree(text: str) -> Doc:
    try:
        return rules.from_json(object_in(text))
    except (ValueError, RecursionError) as fault:
        raise Refused(R.NOT_A_TREE, place=0) from fault


def _save(request: HttpRequest, code: str, doc: Doc) -> None:
    number = request.POST.get("version", "")
    version = int(number) if number.isdecimal() and len(number) < 9 else -1
    actions.save_template(code=code, tree=doc, version=version, by=request.actor, at=request.received_at)


def _shown(request: HttpRequest, code: str, doc: Doc, fault: str) -> HttpResponse:
    declared, versions = _declared(code), queries.template_versions(code)
    newest = versions[0] if versions else None
    people = names_of([one.saved_by for one in versions] + [one.approved_by for one in versions])
    facts = {
        "code": code,
        "declared": declared,
        "version": newest.version if newest else 0,
        "in_use": queries.template(code)[0],
        "waiting": newest if newest and newest.approved_at is None else None,
        "may_approve": request.actor.may(P.TEMPLATES_APPROVE) and newest and newest.saved_by != request.actor.id,
        "may_edit": rules.may_change(request.actor),
        "is_official": queries.needs_approval(code),
        "head": doc,
        "doc": rules.with_meanings(doc, declared["blanks"]),
        "tree": json.dumps(rules.to_json(doc), ensure_ascii=False),
        "blocks": [_fields(place, block) for place, block in enumerate(doc.blocks)],
        "kinds": [(kind, phrases.BLOCKS[kind]) for kind in rules.NEW],
        "versions": [(one, _of(people, one.saved_by), _of(people, one.approved_by)) for one in versions],
        "fault": fault,
    }
    return render(request, "papers/template.html", facts, status=409 if fault else 200)


def _of(people: dict[UUID, str], who: UUID | None) -> str:
    return people.get(who, "") if who else ""


def _fields(place: int, block: Any) -> dict[str, Any]:
    kind = type(block).__name__
    parts = [
        (part, phrases.PARTS[part], phrases.PART_HINTS.get(part, ""), text) for part, text in rules.parts_of(block)
    ]
    return {"place": place, "kind": phrases.BLOCKS[kind], "parts": parts}


@needs(P.TEMPLATES, P.TEMPLATES_APPROVE)
@require_POST
@without_receipt
def preview(request: HttpRequest, code: str) -> HttpResponse:
    """How the text in the form looks. Nothing is kept."""
    declared = _declared(code)
    try:
        doc = _sent(request, queries.newest_template(code)[1])
        actions.insist_on_blanks(rules.to_json(doc), declared["blanks"])
    except Refused as refusal:
        return render(request, "papers/_preview.html", {"fault": say(refusal.code, refusal.facts)})
    return render(request, "papers/_preview.html", {"doc": rules.with_meanings(doc, declared["blanks"])})


@needs(P.TEMPLATES, P.TEMPLATES_APPROVE)
@require_safe
def version(request: HttpRequest, code: str, version: int) -> HttpResponse:
    """One version: what it changed in the one before, and how it looks."""
    declared = _declared(code)
    try:
        _number, doc = queries.template(code, version)
    except Refused as refusal:
        raise Http404 from refusal
    before = queries.template(code, version - 1)[1] if version else doc
    facts = {
        "code": code,
        "declared": declared,
        "version": version,
        "newest": queries.newest_template(code)[0],
        "lines": rules.difference(before, doc),
        "doc": rules.with_meanings(doc, declared["blanks"]),
        "may_edit": rules.may_change(request.actor),
    }
    return render(request, "papers/template_version.html", facts)


@needs(P.TEMPLATES)
@require_POST
def restore(request: HttpRequest, code: str, version: int) -> HttpResponse:
    """Make an old version the newest again."""
    _declared(code)
    newest = queries.newest_template(code)[0]
    actions.restore_template(code=code, version=version, on=newest, by=request.actor, at=request.received_at)
    return redirect("papers:template", code=code)


@needs(P.TEMPLATES_APPROVE)
@require_POST
def approve(request: HttpRequest, code: str, version: int) -> HttpResponse:
    """Put the newest version of an official paper into use."""
    _declared(code)
    actions.approve_template(code=code, version=version, by=request.actor, at=request.received_at)
    return redirect("papers:template", code=code)


@needs(P.TEMPLATES, P.TEMPLATES_APPROVE)
@require_safe
def sample(request: HttpRequest, code: str, fmt: str) -> HttpResponseBase:
    """The newest text with the meaning of its blanks in them, to look at its layout."""
    if fmt not in (Format.DOCX, Format.PDF):
        raise Http404
    labels = _declared(code)["blanks"]
    return answers.paper(rules.with_meanings(queries.newest_template(code)[1], labels), fmt)

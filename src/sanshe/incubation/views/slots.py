"""Incubation's parts of other apps' pages."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.pages.call.own_application import standing_word
from sanshe.incubation.pages.organisation import of_organisation
from sanshe.incubation.pages.stay.own_duties import own_lines
from sanshe.incubation.phrases.agreement import register as words
from sanshe.incubation.phrases.end import assessment as assessment_words
from sanshe.incubation.phrases.end import rectification as rectification_words
from sanshe.incubation.queries.agreement.register import sums_for
from sanshe.incubation.queries.call.application import of_owner
from sanshe.incubation.queries.end import assessment as assessments
from sanshe.incubation.queries.end import rectification as rectifications
from sanshe.incubation.queries.end.assessors import recused_from
from sanshe.incubation.queries.end.graduation import has_graduated


def organisation(request: HttpRequest, subject: Any) -> SafeString:
    """On the page of an organisation: the batches it applied to and entered."""
    rows = of_organisation(request.actor, subject.pk)
    facts = {"rows": rows, "entered": sum(row.entered_on is not None for row in rows)}
    return render_to_string("incubation/_organisation.html", facts, request)


def front(request: HttpRequest, subject: Any) -> SafeString:
    """On the front of the house: one's own applications, and what the organisations one acts for owe."""
    mine = [(one, standing_word(one)) for one in of_owner(request.actor)[:5]]
    stays = own_lines(request.actor, request.received_at)
    return render_to_string("incubation/_front.html", {"mine": mine, "stays": stays}, request)


def desk(request: HttpRequest, subject: Any) -> SafeString:
    """On the desk: graduated and in incubation add up to all who entered."""
    return render_to_string("incubation/_sum.html", sum_facts(request.actor), request)


def sum_facts(actor: Actor) -> dict[str, Any]:
    """The register's sum with the names of its parts; nothing for who may not read it."""
    sums = sums_for(actor)
    name = words.TOTALS.get(sums.get("total_name", ""), "")
    return {"sums": sums, "total_name": name, "only_past": bool(sums.get("graduated")) and not has_graduated(actor)}


def after(request: HttpRequest, entry: Any) -> SafeString:
    """On the page of an organisation in incubation: its assessments, rectifications, graduation and leaving."""
    shut = recused_from(request.actor)
    found = [one for one in assessments.of_entry(entry) if one.pk not in shut]
    rectified = [one for one in rectifications.of_entry(entry) if one.assessment_id not in shut]
    facts = {
        "entry": entry,
        "is_office": request.actor.may_at(P.ASSESSMENT_READ, entry.area_path),
        "assessments": [(one, assessment_words.NAMES[one.kind], assessment_words.STATES[one.state]) for one in found],
        "rectifications": [(one, rectification_words.STATES[one.state]) for one in rectified],
    }
    return render_to_string("incubation/_after.html", facts, request)

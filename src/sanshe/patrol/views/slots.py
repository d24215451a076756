"""Patrol's parts of other apps' pages."""

from typing import Any

from django.http import HttpRequest
from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from sanshe.patrol import phrases
from sanshe.patrol.enums import P
from sanshe.patrol.queries.stops import of_premises


def premises(request: HttpRequest, subject: Any) -> SafeString:
    """On the page of premises: the rounds in which they were."""
    if not request.actor.may_at(P.READ, subject.area_path):
        return SafeString("")
    rows = [(stop, phrases.ROUND_KINDS[stop.round.kind]) for stop in of_premises(subject.pk)]
    return render_to_string("patrol/_premises.html", {"rows": rows}, request)

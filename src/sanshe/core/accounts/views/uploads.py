"""Whose files are counted before they are looked at: a person's, or those of an address where nobody signed in."""

from typing import Any

from django.http import HttpRequest

from sanshe.core.accounts import actions, adapters
from sanshe.core.kit import clock


def _of(request: HttpRequest) -> dict[str, Any]:
    known = request.actor.is_known
    return {"of": str(request.actor.id) if known else adapters.neighbourhood(request), "is_known": known}


def count(request: HttpRequest) -> None:
    actions.count_file(**_of(request), real=clock.real())


def forgive(request: HttpRequest) -> None:
    actions.forgive_file(of=_of(request)["of"])

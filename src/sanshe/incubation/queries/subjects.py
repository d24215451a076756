"""What the record was written about, by name and address, for who reads it."""

from collections.abc import Callable
from typing import Any

from django.urls import reverse

from sanshe.core.kit.access import Actor
from sanshe.incubation import models as m
from sanshe.incubation.queries.panel.panel import shut_to

# kind: (rows, the name of what it is about, the application whose recusal shuts it, its page, of which field)
OF_ENTRY, OF_PLACE = "entry__organisation__name", "place__application__name"
ABOUT: dict[str, tuple[Any, str, str, str, str]] = {
    "incubation.application": (m.Application, "name", "pk", "application", "pk"),
    "incubation.receipt": (m.DeskReceipt, "name", "application_id", "", ""),
    "incubation.batch": (m.Batch, "name", "", "batch", "pk"),
    "incubation.call": (m.Call, "batch__name", "", "call_edit", "batch_id"),
    "incubation.panel": (m.Panel, "batch__name", "", "panel", "batch_id"),
    "incubation.tabulation": (m.Tabulation, "batch__name", "", "tabulation", "batch_id"),
    "incubation.decision": (m.Decision, "batch__name", "", "decision", "batch_id"),
    "incubation.agreement": (m.Agreement, OF_PLACE, "place__application_id", "agreement", "pk"),
    "incubation.training": (m.Training, "title", "", "", ""),
    "incubation.entry": (m.Entry, "organisation__name", "", "entry", "pk"),
    "incubation.assessment": (m.Assessment, OF_ENTRY, "", "entry", "entry_id"),
    "incubation.rectification": (m.Rectification, OF_ENTRY, "", "entry", "entry_id"),
    "incubation.extension": (m.Extension, OF_ENTRY, "", "entry", "entry_id"),
    "incubation.graduation": (m.Graduation, OF_ENTRY, "", "graduation", "entry_id"),
    "incubation.exit": (m.Exit, OF_ENTRY, "", "exit", "entry_id"),
    "incubation.plan": (m.Plan, OF_ENTRY, "", "entry", "entry_id"),
    "incubation.report": (m.QuarterlyReport, OF_ENTRY, "", "entry", "entry_id"),
    "incubation.supervision": (m.Supervision, OF_ENTRY, "", "entry", "entry_id"),
    "incubation.link": (m.ResourceLink, OF_ENTRY, "", "entry", "entry_id"),
    "incubation.desk": (m.DeskUse, OF_ENTRY, "", "entry", "entry_id"),
    "incubation.grant": (m.SupportGrant, OF_ENTRY, "", "entry", "entry_id"),
}


def names(kind: str) -> Callable[[Actor, list[str]], dict[str, tuple[str, str]]]:
    """The names of one kind; a sheet has none, so that nobody reads who scored whom."""
    rows, called, shut, page, key = ABOUT[kind]

    def find(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
        found = rows._base_manager.filter(pk__in=ids)  # what was struck keeps its name on the record
        if shut:
            found = found.exclude(**{f"{shut}__in": shut_to(actor)})
        said = found.values_list("pk", called, key or "pk")
        return {
            str(pk): (name or "", reverse(f"incubation:{page}", args=[to]) if page else "") for pk, name, to in said
        }

    return find

"""What applicants and organisations may take back for ten minutes."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any
from uuid import UUID

from django.urls import reverse

from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import TAKEN_BACK
from sanshe.core.rows.types import Done, Undoable
from sanshe.incubation.actions import undo as actions
from sanshe.incubation.enums.end.assessment import AssessmentEvent
from sanshe.incubation.enums.end.rectification import RectificationEvent
from sanshe.incubation.enums.screening.screening import ScreeningEvent
from sanshe.incubation.enums.stay.plan import PlanEvent
from sanshe.incubation.enums.stay.report import ReportEvent
from sanshe.incubation.enums.undo import UndoEvent as E
from sanshe.incubation.models import Application, Assessment, Plan, QuarterlyReport, Rectification
from sanshe.incubation.phrases.undo import OFFERS
from sanshe.incubation.queries import undo as queries
from sanshe.incubation.queries.call import application
from sanshe.incubation.queries.end import assessment


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    _add(ScreeningEvent.MENDED, E.MENDED, application.own, queries.mended, actions.unmend, _form)
    _add(ScreeningEvent.REVIEW_ASKED, E.REVIEW, application.own, queries.review, actions.unask_review, _form)
    _add(PlanEvent.SUBMITTED, E.PAPER, queries.plan_to_write, queries.paper, actions.reopen_paper, _plan)
    _add(ReportEvent.SUBMITTED, E.PAPER, queries.report_to_write, queries.paper, actions.reopen_paper, _report)
    own, done = assessment.own_assessment, queries.self_report
    _add(AssessmentEvent.REPORTED, E.SELF_REPORT, own, done, actions.reopen_self_report, _self_report)
    own_one = queries.own_rectification
    _add(RectificationEvent.ANSWERED, E.ANSWER, own_one, queries.answer, actions.reopen_answer, _rectification)


def _add(
    code: StrEnum,
    event: E,
    find: Callable[[Actor, UUID], Any],
    done: Callable[[Any], Done | None],
    undo: Callable[[Any], None],
    url: Callable[[Any], str],
) -> None:
    said, label = OFFERS[event]
    one = Undoable(event, said, label, lambda request, pk: find(request.actor, pk), done, undo, url)
    TAKEN_BACK.add(code, one)


def _form(row: Application) -> str:
    return reverse("incubation:form", args=[row.pk])


def _plan(row: Plan) -> str:
    return reverse("incubation:plan_form", args=[row.entry_id])


def _report(row: QuarterlyReport) -> str:
    return reverse("incubation:report_form", args=[row.entry_id, row.no])


def _self_report(row: Assessment) -> str:
    return reverse("incubation:report", args=[row.entry_id, row.pk])


def _rectification(row: Rectification) -> str:
    return reverse("incubation:rectification", args=[row.entry_id, row.pk])

"""The acts on an appeal: each has a form, a right, and states in which it is offered."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from sanshe.appeals import actions, forms
from sanshe.appeals.enums import LegState, P, State
from sanshe.appeals.pages import matter as pages
from sanshe.appeals.queries import appeals as queries
from sanshe.core.kit.access import Actor, needs
from sanshe.core.kit.refused import Refused
from sanshe.core.rows.enums import R
from sanshe.core.ui.forms import sound

S = State
SCREENED = frozenset({S.RECEIVED})
AT_WORK = frozenset({S.SIGNED, S.IN_HAND, S.DISPATCHED})
TO_SEND = frozenset({S.ACCEPTED, S.REDO, S.REOPENED})


@dataclass(frozen=True, slots=True)
class Act:
    """What can be done: its words, who may, in which states, what is asked, what is called."""

    label: Any
    needs: P
    states: frozenset[State]
    form: type[forms.ActForm]
    run: Callable[..., object]
    on_leg: frozenset[LegState] = frozenset()  # the action takes the leading unit, in one of these states
    is_helpers: bool = False  # it takes a unit that was asked to help
    template: str = "appeals/act.html"


ACTS: Mapping[str, Act] = {
    "accept": Act(_("受理"), P.SCREEN, SCREENED | {S.DECLINED}, forms.AcceptForm, actions.accept),
    "redirect": Act(_("转渠道"), P.SCREEN, SCREENED, forms.WhereForm, actions.redirect),
    "decline": Act(_("不予受理"), P.SCREEN, SCREENED, forms.DeclineForm, actions.decline),
    "answer": Act(_("当场答复"), P.SCREEN, SCREENED, forms.WordsForm, actions.answer),
    "recategorise": Act(
        _("改类别"), P.DISPATCH, State.in_work() | SCREENED, forms.CategoryForm, actions.recategorise
    ),
    "dispatch": Act(_("派单"), P.DISPATCH, TO_SEND, forms.UnitForm, actions.dispatch),
    "help": Act(_("请人协办"), P.DISPATCH, State.in_work(), forms.UnitForm, actions.help_with),
    "sign": Act(
        _("签收"), P.HANDLE, frozenset({S.DISPATCHED}), forms.NothingForm, actions.sign, frozenset({LegState.SENT})
    ),
    "agree": Act(
        _("同意协办"),
        P.HANDLE,
        State.in_work(),
        forms.NothingForm,
        actions.accept_leg,
        frozenset({LegState.SENT}),
        is_helpers=True,
    ),
    "dispute": Act(
        _("提异议"),
        P.HANDLE,
        frozenset({S.DISPATCHED, S.SIGNED}),
        forms.WhyForm,
        actions.dispute,
        frozenset({LegState.SENT, LegState.SIGNED}),
    ),
    "decide": Act(
        _("定异议"),
        P.REVIEW,
        frozenset({S.DISPUTED}),
        forms.DecideForm,
        actions.decide_dispute,
        frozenset({LegState.DISPUTED}),
    ),
    "contact": Act(_("记一次联系"), P.HANDLE, AT_WORK | {S.REDO, S.HANDLED}, forms.ContactForm, actions.contact),
    "begin": Act(
        _("开始处置"), P.HANDLE, frozenset({S.SIGNED, S.REDO, S.REOPENED}), forms.NothingForm, actions.begin
    ),
    "pause": Act(_("停表"), P.HANDLE, AT_WORK, forms.PauseForm, actions.pause),
    "resume": Act(_("恢复计时"), P.HANDLE, AT_WORK, forms.NothingForm, actions.resume),
    "handled": Act(_("报办结"), P.HANDLE, frozenset({S.IN_HAND}), forms.HandledForm, actions.report_handled),
    "verifier": Act(_("派人核查"), P.REVIEW, frozenset({S.HANDLED}), forms.VerifierForm, actions.name_verifier),
    "verify": Act(_("核查"), P.VERIFY, frozenset({S.HANDLED}), forms.VerifyForm, actions.verify),
    "call": Act(_("回访"), P.CALL, frozenset({S.VERIFIED}), forms.CallForm, actions.call_back,
                template="appeals/call.html"),
    "close": Act(_("结案，没留电话"), P.CALL, frozenset({S.VERIFIED}), forms.NothingForm, actions.close_uncalled),
    "night": Act(
        _("替诉求人记一夜"), P.TAKE_IN, AT_WORK | {S.REDO, S.HANDLED, S.VERIFIED}, forms.NightForm, actions.note_night
    ),
    "reopen": Act(_("重启"), P.TAKE_IN, frozenset({S.CLOSED}), forms.WordsForm, actions.reopen),
    "withdraw": Act(
        _("诉求人撤回"), P.TAKE_IN, State.in_work() | SCREENED, forms.NothingForm, actions.withdraw
    ),
}  # fmt: skip


def offered(actor: Actor, row: Any) -> list[tuple[str, Any]]:
    """What this person can do with it now."""
    legs = {True: queries.helping(actor, row), False: queries.lead(row)}
    return [(name, one.label) for name, one in ACTS.items() if _is_open(one, name, actor, row, legs[one.is_helpers])]


def _is_open(one: Act, name: str, actor: Actor, row: Any, leg: Any) -> bool:
    if row.state not in one.states or not _may(one, actor, row, leg):
        return False
    if one.on_leg and (leg is None or leg.state not in one.on_leg):
        return False
    if name in ("pause", "resume"):
        return queries.is_paused(row) == (name == "resume")
    return name not in ("call", "close") or (row.person is None) == (name == "close")


def _may(one: Act, actor: Actor, row: Any, leg: Any) -> bool:
    """Whether somebody may do it to this appeal; who had a hand in it is told so when they try."""
    if one.needs == P.HANDLE:
        return leg is not None and queries.may_record(actor, leg)
    if one.needs == P.VERIFY:
        return queries.may_verify(actor, row)
    return actor.may_at(one.needs, row.area_path)


@needs(P.SCREEN, P.DISPATCH, P.HANDLE, P.REVIEW, P.VERIFY, P.CALL, P.TAKE_IN)
@require_http_methods(["GET", "POST"])
def act(request: HttpRequest, key: UUID, name: str) -> HttpResponse:
    """One act: its form, then done."""
    row, one = queries.appeal(request.actor, key), ACTS.get(name)
    if row is None or one is None:
        raise Http404
    leg = queries.helping(request.actor, row) if one.is_helpers else queries.lead(row)
    if not _may(one, request.actor, row, leg):
        raise Http404
    given: dict[str, Any] = {"appeal": row, "at": request.received_at}
    if request.method == "POST":
        said = sound(one.form(request.POST, **given)).cleaned_data
        _do(one, row, leg, said, request.actor, request.received_at)
        messages.success(request, gettext("记下了。"))
        return redirect("appeals:appeal", key=row.pk)
    facts = {"appeal": row, "heading": one.label, "form": one.form(**given), "facts": pages.facts(row, request.actor)}
    facts |= {"may_show": row.person is not None and request.actor.may_at(P.NAMES, row.area_path)}
    facts |= pages.calling(row, request.actor, request.received_at) if name == "call" else {}
    return render(request, one.template, facts)


def _do(one: Act, row: Any, leg: Any, said: dict[str, Any], by: Actor, at: datetime) -> None:
    if not one.on_leg:
        one.run(appeal=row, **said, by=by, at=at)
        return
    if leg is None or leg.state not in one.on_leg:
        raise Refused(R.NOT_NOW, state=State(row.state))
    one.run(leg=leg, **said, by=by, at=at)

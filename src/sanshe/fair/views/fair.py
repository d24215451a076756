"""Fairs: the list, a new one, its rule, its desks and goods, its page while it is on."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from sanshe.core.areas.queries import name_of
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import needs
from sanshe.core.ui.forms import sound
from sanshe.fair import actions, phrases
from sanshe.fair.enums import FairState, P, WinState
from sanshe.fair.forms import DeskForm, GoodForm, RuleForm, StockForm
from sanshe.fair.pages import board as boards
from sanshe.fair.pages import fair as pages
from sanshe.fair.queries import fairs as queries
from sanshe.fair.queries import play
from sanshe.fair.views.common import fair_of, found, who


def _kept(row: Any, request: HttpRequest) -> HttpResponse:
    messages.success(request, _("存好了。"))
    return redirect(reverse("fair:ready", args=[row.pk]))


@needs(P.READ)
@require_safe
def home(request: HttpRequest) -> HttpResponse:
    """The fairs of one's areas, the newest first."""
    rows = queries.fairs(request.actor, P.READ)[:40]
    lines = [(one, name_of(one.area_path), phrases.FAIR_STATES[one.state], queries.tally(one)) for one in rows]
    kept = play.desks_kept(request.actor.key)
    return render(request, "fair/home.html", {"rows": lines, "kept": kept, "may_plan": request.actor.may(P.PLAN)})


@needs(P.PLAN)
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """A fair with its rule."""
    places = pages.places(request.actor.paths(P.PLAN))
    if request.method == "POST":
        form = sound(RuleForm(request.POST, places=places))
        where = form.cleaned_data["area_path"]
        return _kept(actions.plan_fair(area_path=where, rule=form.rule, **who(request)), request)
    start = {"per_card": 3, "max_wins": 1}
    return render(
        request, "fair/form.html", {"form": RuleForm(places=places, initial=start), "heading": phrases.NEW_FAIR}
    )


@needs(P.PLAN)
@require_http_methods(["GET", "POST"])
def rule(request: HttpRequest, key: UUID) -> HttpResponse:
    """The rule, while no slip hangs."""
    row = fair_of(request, key, P.PLAN)
    if request.method == "POST":
        return _kept(actions.change_rule(fair=row, rule=sound(RuleForm(request.POST)).rule, **who(request)), request)
    start = {name: getattr(row.rule, name) for name in row.rule.__dataclass_fields__}
    facts = {"form": RuleForm(initial=start), "heading": phrases.CHANGE_RULE, "fair": row, "drawn": row.mark}
    return render(request, "fair/form.html", facts)


@needs(P.READ)
@require_safe
def fair(request: HttpRequest, key: UUID) -> HttpResponse:
    """A fair: how its riddles stand, its rule, its desks, its goods."""
    row = fair_of(request, key, P.READ)
    facts = {
        "fair": row,
        "place": name_of(row.area_path),
        "state": phrases.FAIR_STATES[row.state],
        "board": boards.board(row),
        "tally": queries.tally(row),
        "redeemed": queries.wins(row, WinState.REDEEMED).count(),
        "channels": [(phrases.CHANNELS[one], n) for one, n in queries.by_channel(row).items()],
        "rule": pages.rule(row),
        "desks": pages.desks(row),
        "goods": pages.goods(row),
        "rulings": queries.rulings(row),
        "wave": play.next_wave(row),
        "cards": play.last_card(row),
        "may_plan": request.actor.may_at(P.PLAN, row.area_path),
        "is_early": row.state == FairState.PLANNED,
        "is_on": row.state in (FairState.PLANNED, FairState.HUNG),
        "entries": history("fair.fair", row.pk),
    }
    return render(request, "fair/fair.html", facts)


@needs(P.PLAN)
@require_safe
def ready(request: HttpRequest, key: UUID) -> HttpResponse:
    """What is made ready: goods, desks with their ranges, what was brought to each."""
    row = fair_of(request, key, P.PLAN)
    facts = {
        "fair": row,
        "rule": pages.rule(row),
        "desks": pages.desks(row),
        "goods": pages.goods(row),
        "good_form": GoodForm(auto_id="good_%s"),
        "desk_form": DeskForm(auto_id="desk_%s", keepers=pages.keepers(row, request.received_at)),
        "stock_form": StockForm(auto_id="stock_%s", choices=pages.choices(row)),
        "is_early": row.state == FairState.PLANNED,
    }
    return render(request, "fair/ready.html", facts)


@needs(P.PLAN)
@require_POST
def add_good(request: HttpRequest, key: UUID) -> HttpResponse:
    row = fair_of(request, key, P.PLAN)
    actions.add_good(fair=row, **sound(GoodForm(request.POST)).cleaned_data, **who(request))
    return _kept(row, request)


@needs(P.PLAN)
@require_POST
def plan_desk(request: HttpRequest, key: UUID) -> HttpResponse:
    row = fair_of(request, key, P.PLAN)
    form = DeskForm(request.POST, keepers=pages.keepers(row, request.received_at))
    actions.plan_desk(fair=row, **sound(form).cleaned_data, **who(request))
    return _kept(row, request)


@needs(P.PLAN)
@require_POST
def bring(request: HttpRequest, key: UUID) -> HttpResponse:
    row = fair_of(request, key, P.PLAN)
    given = sound(StockForm(request.POST, choices=pages.choices(row))).cleaned_data
    good = found(queries.good(row, UUID(given["good"])))
    desk = queries.desk_in(row, UUID(given["desk"])) if given["desk"] else None
    actions.bring(good=good, desk=desk, brought=given["brought"], **who(request))
    return _kept(row, request)

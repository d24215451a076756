"""A desk on its keeper's telephone or computer: look up, judge, hand out, hang back, seal, ask a second person."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import key_of, whole
from sanshe.core.kit.refused import Refused
from sanshe.fair import actions, phrases
from sanshe.fair.enums import DeskState, P, R
from sanshe.fair.pages import desk as pages
from sanshe.fair.queries import play as queries
from sanshe.fair.views.common import desk_of, found, who


def _back(desk: Any) -> HttpResponse:
    return redirect(reverse("fair:desk", args=[desk.pk]))


def _riddle(request: HttpRequest, desk: Any) -> Any:
    row = queries.riddle(desk.fair, whole(request.POST.get("number", "")) or 0)
    if row is None:
        raise Refused(R.NO_RIDDLE)
    return row


def _card(request: HttpRequest, desk: Any) -> Any:
    row = queries.card(desk.fair, whole(request.POST.get("card", "")) or 0)
    if row is None:
        raise Refused(R.NO_CARD)
    return row


@needs(P.DESK)
@require_safe
def desk(request: HttpRequest, key: UUID) -> HttpResponse:
    """What lies on the desk, who waits, its prizes, what was just done."""
    row = desk_of(request, key)
    facts = {
        "desk": row,
        "fair": row.fair,
        "number": whole(request.GET.get("no", "")) or "",
        "shown": pages.shown(row),
        "state": phrases.DESK_STATES[row.state],
        "is_mine": row.keeper == request.actor.id,
        "is_open": row.state == DeskState.OPEN,
        "is_planned": row.state == DeskState.PLANNED,
    }
    return render(request, "fair/desk.html", facts)


@needs(P.DESK)
@require_POST
def open_desk(request: HttpRequest, key: UUID) -> HttpResponse:
    row = desk_of(request, key)
    actions.open_desk(desk=row, **who(request))
    messages.success(request, _("开台了。"))
    return _back(row)


@needs(P.DESK)
@require_POST
def look(request: HttpRequest, key: UUID) -> HttpResponse:
    """A slip came to the desk."""
    row = desk_of(request, key)
    actions.look(desk=row, number=whole(request.POST.get("number", "")) or 0, **who(request))
    return _back(row)


@needs(P.DESK)
@require_POST
def won(request: HttpRequest, key: UUID) -> HttpResponse:
    """Said rightly; the prize goes out, or waits."""
    row = desk_of(request, key)
    stock = key_of(request.POST.get("stock", ""))
    prize = found(queries.stock(row, stock)) if stock else None
    riddle, card = _riddle(request, row), _card(request, row)
    actions.won(desk=row, riddle=riddle, card=card, stock=prize, **who(request))
    said = _("{n} 号发了：{good}。") if prize else _("{n} 号猜中了，奖还没领。")
    messages.success(request, said.format(n=riddle.number, good=prize.good.name if prize else ""))
    return _back(row)


@needs(P.DESK)
@require_POST
def wrong(request: HttpRequest, key: UUID) -> HttpResponse:
    """Said wrongly: the slip hangs again."""
    row = desk_of(request, key)
    riddle, card = _riddle(request, row), _card(request, row)
    actions.wrong(desk=row, riddle=riddle, card=card, **who(request))
    messages.success(request, _("{n} 号挂回去。").format(n=riddle.number))
    return _back(row)


@needs(P.DESK)
@require_POST
def put_back(request: HttpRequest, key: UUID) -> HttpResponse:
    """The slip hangs again without an answer."""
    row = desk_of(request, key)
    riddle = _riddle(request, row)
    actions.put_back(desk=row, riddle=riddle, **who(request))
    messages.success(request, _("{n} 号挂回去。").format(n=riddle.number))
    return _back(row)


@needs(P.DESK)
@require_POST
def hand_out(request: HttpRequest, key: UUID) -> HttpResponse:
    """The prize of a win that waits."""
    row = desk_of(request, key)
    win = found(queries.win(row, key_of(request.POST.get("win", "")) or row.pk))
    prize = found(queries.stock(row, key_of(request.POST.get("stock", "")) or row.pk))
    actions.hand_out(desk=row, win=win, stock=prize, code=request.POST.get("code", ""), **who(request))
    messages.success(request, _("{n} 号发了：{good}。").format(n=win.riddle.number, good=prize.good.name))
    return _back(row)


@needs(P.DESK)
@require_POST
def seal(request: HttpRequest, key: UUID) -> HttpResponse:
    """An answer was called out."""
    row = desk_of(request, key)
    riddle = _riddle(request, row)
    actions.seal(desk=row, riddle=riddle, reason=request.POST.get("reason", ""), **who(request))
    messages.success(request, _("{n} 号封题，请把谜条取下来。").format(n=riddle.number))
    return _back(row)


@needs(P.DESK)
@require_POST
def ask_answer(request: HttpRequest, key: UUID) -> HttpResponse:
    """Another answer is asked for: a second person decides with one."""
    row = desk_of(request, key)
    riddle = _riddle(request, row)
    said = {"answer": request.POST.get("answer", ""), "reason": request.POST.get("reason", "")}
    made = actions.ask_answer(riddle=riddle, **said, **who(request))
    return redirect(reverse("fair:ruling", args=[made.pk]))


@needs(P.DESK)
@require_POST
def ask_void(request: HttpRequest, key: UUID) -> HttpResponse:
    """A prize is to be taken back: a second person decides with one."""
    row = desk_of(request, key)
    win = queries.win_of(_riddle(request, row))
    if win is None:
        raise Refused(R.NOT_HANDED)
    said = {"reason": request.POST.get("reason", ""), "is_returned": bool(request.POST.get("is_returned"))}
    made = actions.ask_void(win=win, **said, **who(request))
    return redirect(reverse("fair:ruling", args=[made.pk]))

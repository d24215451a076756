"""Residents, without an account: the board, a slip torn off, a card with its answers and prizes."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanshe.core.areas.queries import name_of
from sanshe.core.kit.access import Open, needs
from sanshe.core.rows.rules import from_any_page
from sanshe.fair import actions
from sanshe.fair.enums import FairState, Mode, RiddleState, Verdict
from sanshe.fair.pages import board as pages
from sanshe.fair.pages import fair as fairs
from sanshe.fair.queries import fairs as queries
from sanshe.fair.queries import play
from sanshe.fair.views.common import found, who


def _here(request: HttpRequest, row: Any) -> Any:
    """The row a page is about, and with it the district that the page names."""
    request.place = found(row).area_path  # type: ignore[attr-defined]  # the page names the district it is of
    return row


def _facts(row: Any, **more: Any) -> dict[str, Any]:
    said = {"fair": row, "place": name_of(row.area_path), "board": pages.board(row)}
    return {**said, "is_on": row.state == FairState.HUNG, **more}


@needs(Open.PUBLIC)
@require_safe
def board(request: HttpRequest, key: UUID) -> HttpResponse:
    """The board of a fair and its rule: what hangs, what is won, how many."""
    row = _here(request, queries.public_fair(key))
    return render(request, "fair/board.html", _facts(row, rule=fairs.rule(row)))


@needs(Open.PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
@from_any_page
def slip(request: HttpRequest, key: UUID, number: int) -> HttpResponse:
    """A riddle as its slip says it; whoever has torn it off says so."""
    row = _here(request, queries.public_fair(key))
    riddle = found(play.riddle_up(row, number))
    if request.method == "POST":
        actions.tear(riddle=riddle, **who(request))
        messages.success(request, _("揭走了，请拿谜条去兑奖台说谜底。"))
        return redirect(reverse("fair:slip", args=[key, number]))
    may_tear = row.mode != Mode.PHONE and riddle.state == RiddleState.HUNG
    facts = _facts(row, riddle=riddle, twist=pages.twist_of(riddle), desk=play.desk_for(row, number))
    return render(request, "fair/slip.html", {**facts, "may_tear": may_tear, "is_torn": riddle.state == "held"})


@needs(Open.PUBLIC)
@require_safe
def card(request: HttpRequest, token: str) -> HttpResponse:
    """A card: its prizes, and the board to choose from."""
    row = _here(request, play.card_by_token(token))
    prizes = pages.prizes(row)
    waiting = sum(one.is_waiting for one in prizes)
    return render(request, "fair/card.html", _facts(row.fair, card=row, prizes=prizes, waiting=waiting))


@needs(Open.PUBLIC)
@require_http_methods(["GET", "HEAD", "POST"])
def answer(request: HttpRequest, token: str, number: int) -> HttpResponse:
    """A riddle, and its answer by telephone."""
    row = _here(request, play.card_by_token(token))
    fair = row.fair
    riddle = found(play.riddle_up(fair, number))
    if request.method == "POST":
        made = actions.answer(card=row, riddle=riddle, said=request.POST.get("said", ""), **who(request))
        messages.info(request, _said(made, pages.left(row, riddle)))
        if made.verdict == Verdict.RIGHT:
            return redirect(reverse("fair:card", args=[row.token]))
        return redirect(reverse("fair:answer", args=[row.token, number]))
    facts = _facts(fair, card=row, riddle=riddle, twist=pages.twist_of(riddle), left=pages.left(row, riddle))
    facts |= {"next": pages.next_of(fair, number), "may_answer": riddle.state == RiddleState.HUNG}
    return render(request, "fair/answer.html", {**facts, "by_phone": fair.mode != Mode.PAPER})


def _said(made: Any, left: int) -> str:
    if made.verdict == Verdict.RIGHT:
        return _("猜中了。去兑奖台，报兑奖码领奖。")
    if made.verdict == Verdict.REREAD:
        return _("再按格读一遍。这次不算。")
    if made.verdict == Verdict.LENGTH:
        return _("字数不对。这次不算。")
    return _("没猜中，还能猜 {n} 次。20 秒后再猜。").format(n=left) if left else _("没猜中。这条猜过 3 次了，换一条。")

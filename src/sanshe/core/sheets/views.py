"""The answer to a page that keeps what is typed, and what a judge says beside the answers."""

from collections.abc import Callable, Iterable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from sanshe.core.kit.asked import whole
from sanshe.core.kit.refused import Refused
from sanshe.core.sheets.enums import R
from sanshe.core.sheets.types import Question
from sanshe.core.ui.adapters import sent_json
from sanshe.core.ui.queries import say


def saved(request: HttpRequest, act: Callable[..., Any]) -> HttpResponse:
    """Keep one answer; a change made elsewhere meanwhile answers 409 with both texts."""
    try:
        said = sent_json(request)
        given = {"field": str(said["field"]), "value": str(said["value"]), "version": whole(said.get("version")) or 0}
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"detail": str(_("这一处没有收到，请再写一次。"))}, status=400)
    try:
        row = act(**given)
    except Refused as refused:
        status = 409 if refused.code == R.STALE else 422
        return JsonResponse({"detail": say(refused.code, refused.facts), **refused.facts}, status=status)
    return JsonResponse({"version": row.version, "drawn": row.mark, "said": str(_("已收妥"))})


def given(request: HttpRequest, questions: Iterable[Question]) -> dict[str, str]:
    """The answers of a page that was sent whole, without scripts, each cut to what it may hold."""
    return {one.code: request.POST[one.code][: one.most] for one in questions if one.code in request.POST}


def judged(request: HttpRequest) -> dict[str, Any]:
    """What a form of judging said: agreed or not, in sum, and beside single answers (`remark-CODE`)."""
    remarks = {name[7:]: text for name, text in request.POST.items() if name.startswith("remark-")}
    words = request.POST.get("words", "")[:500]
    return {"agrees": request.POST.get("act") == "agree", "words": words, "remarks": remarks}

"""One field of a form that is kept as it is typed: what its script is answered."""

from collections.abc import Callable
from enum import StrEnum
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from sanshe.core.kit.asked import whole
from sanshe.core.kit.refused import Refused
from sanshe.core.ui.adapters import sent_json
from sanshe.core.ui.queries import say
from sanshe.incubation.enums.stay.drafting import DraftRefusal


def saved(request: HttpRequest, act: Callable[..., Any], stale: StrEnum = DraftRefusal.STALE) -> HttpResponse:
    """Keep one field; a change made elsewhere meanwhile (`stale`) answers 409 with both texts."""
    try:
        said = sent_json(request)
        given = {"field": str(said["field"]), "value": str(said["value"]), "version": whole(said.get("version")) or 0}
    except (ValueError, KeyError, TypeError):
        return JsonResponse({"detail": str(_("这一处没有收到，请再写一次。"))}, status=400)
    try:
        row = act(**given)
    except Refused as refused:
        status = 409 if refused.code == stale else 422
        return JsonResponse({"detail": say(refused.code, refused.facts), **refused.facts}, status=status)
    return JsonResponse({"version": row.version, "said": str(_("已收妥"))})

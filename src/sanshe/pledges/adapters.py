"""The edge to the browser's session: what somebody wrote before their code came, encrypted."""

import json
from dataclasses import asdict
from uuid import UUID

from django.http import HttpRequest

from sanshe.core.kit.asked import key_of
from sanshe.core.kit.digest import canonical
from sanshe.core.privacy.adapters import seal, unseal
from sanshe.pledges.types import Asked

KEY, PLACE = "pledges.asked", "pledges.session.asked"


def keep_asked(request: HttpRequest, campaign: UUID, asked: Asked, *, renews: bool) -> None:
    """Until the code is typed: for which campaign, what was written, whether it renews."""
    said = canonical([str(campaign), renews, asdict(asked)]).decode()
    request.session[KEY] = seal(said, PLACE)


def kept_asked(request: HttpRequest, campaign: UUID) -> tuple[Asked, bool] | None:
    """What was written in this browser for a campaign."""
    stored = request.session.get(KEY, "")
    if not stored:
        return None
    found, renews, said = json.loads(unseal(stored, PLACE))
    if found != str(campaign):
        return None
    said |= {name: key_of(said[name]) for name in ("unit", "session")}
    return Asked(**said), renews


def forget_asked(request: HttpRequest) -> None:
    """It was signed."""
    request.session.pop(KEY, None)

"""The edge to the browser's session: what somebody answered before their code came, encrypted."""

import json
from uuid import UUID

from django.http import HttpRequest

from sanshe.core.consents.enums import Medium
from sanshe.core.consents.types import Answer
from sanshe.core.kit.digest import canonical
from sanshe.core.privacy.adapters import seal, unseal

KEY, PLACE = "consents.answer", "consents.session.answer"


def keep_answer(request: HttpRequest, key: UUID, answer: Answer) -> None:
    """Until the code is typed."""
    said = canonical([str(key), list(answer.given), list(answer.declined)]).decode()
    request.session[KEY] = seal(said, PLACE)


def kept_answer(request: HttpRequest, key: UUID) -> Answer | None:
    """What was answered in this browser to a request."""
    stored = request.session.get(KEY, "")
    found, given, declined = json.loads(unseal(stored, PLACE)) if stored else ("", [], [])
    if found != str(key):
        return None
    return Answer(tuple(Medium(one) for one in given), tuple(Medium(one) for one in declined))


def forget_answer(request: HttpRequest) -> None:
    """It was given."""
    request.session.pop(KEY, None)

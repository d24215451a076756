"""The edge to the browser's session: which parts a telephone has, and what it asked."""

from uuid import UUID

from django.http import HttpRequest

KEY, MOST = "activities.mine", 20


def keep(request: HttpRequest, key: UUID) -> None:
    """This telephone came in, or asked to: it may answer and leave."""
    request.session[KEY] = [*request.session.get(KEY, []), str(key)][-MOST:]


def is_mine(request: HttpRequest, key: UUID) -> bool:
    return str(key) in request.session.get(KEY, [])

"""One guard before every address of a case: it asks what somebody is to it, and whether that does this."""

from collections.abc import Callable
from functools import wraps
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse

from sanshe.core.objections.enums import Deed, R
from sanshe.core.objections.queries import Case, case_for
from sanshe.core.objections.queries.subjects import AnyCase
from sanshe.core.ui.views import lone

Face = Callable[[HttpRequest, Case], HttpResponse]


def of_case(deed: Deed) -> Callable[[Face], Callable[[HttpRequest, UUID], HttpResponse]]:
    """A face of a case, for who may do this deed: others get a missing page, 403, or why not."""

    def around(face: Face) -> Callable[[HttpRequest, UUID], HttpResponse]:
        @wraps(face)
        def guarded(request: HttpRequest, pk: UUID) -> HttpResponse:
            case = case_for(request.actor, pk, request.received_at)
            if case is None:
                raise Http404
            if case.refusal(deed) == R.NOT_YOURS:
                return lone(request, 403)
            case.insist(deed)
            return face(request, case)

        guarded.needs = AnyCase(deed)  # type: ignore[attr-defined]  # a function may carry a mark
        guarded.deed = deed  # type: ignore[attr-defined]
        return guarded

    return around

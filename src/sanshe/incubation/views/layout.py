"""Pages that an organisation reads as well as the office: the frame each of them gets."""

from typing import Any

from django.http import HttpRequest

from sanshe.incubation.enums.access import P


def frame_of(request: HttpRequest, entry: Any) -> dict[str, Any]:
    """The office's desk, or the plain page of an organisation that looks at its own matter."""
    is_office = request.actor.may_at(P.ASSESSMENT_READ, entry.area_path)
    frame = "incubation/_office.html" if is_office else "incubation/_own.html"
    return {"frame": frame, "is_office": is_office, "entry": entry, "batch": entry.batch}

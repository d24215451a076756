"""A session in numbers, and what its forms offer."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sanshe.core.areas.queries import communities
from sanshe.core.files.models import Attachment
from sanshe.core.files.queries import attachments
from sanshe.core.kit.prefix import covers
from sanshe.pledges.models import Campaign, Session
from sanshe.pledges.pages.sign import workplaces
from sanshe.pledges.queries import campaigns
from sanshe.pledges.queries import pledges as queries
from sanshe.pledges.types import Tally


def pairs(row: Campaign, found: Session, at: datetime) -> list[tuple[Any, Any]]:
    """Heads, signatures by grade, heads together, what was given out."""
    tally = queries.tallies(row, "session", at).get(found.pk, Tally())
    together = queries.together_by_session(row).get(found.pk, 0)
    return [
        (_("到场"), found.heads),
        (_("本人手机签"), str(tally.own_phone)),
        (_("见证签"), str(tally.witnessed)),
        (_("集体，不相加"), str(together)),
        (_("折页发出"), str(found.taken - found.left) if found.held_at else None),
    ]


def places(row: Campaign, paths: Iterable[str]) -> list[tuple[str, str]]:
    """The communities of a campaign in which somebody works."""
    held = tuple(paths)
    found = communities(row.area_path).order_by("path")
    return [(one.path, one.name) for one in found if covers(held, one.path)]


def lessons(row: Campaign) -> list[tuple[str, str]]:
    return [(str(one.number), one.title) for one in row.lessons.all()]


def told(found: Session) -> list[str]:
    return [str(number) for number in found.lessons.values_list("number", flat=True)]


def sheet_choices(row: Campaign, paths: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """What the form of a signed page offers; the version in force comes first."""
    texts = campaigns.signed_texts(row)
    return {
        "text": [(str(one.number), str(one)) for one in texts],
        "community": places(row, paths),
        "session": [(str(one.pk), str(one)) for one in campaigns.sessions(row)],
        "unit": workplaces(row),
    }


def units_to_ask(row: Campaign) -> list[tuple[str, str]]:
    """The units of the place that may be asked to take part."""
    return [(str(key), name) for key, name in queries.not_joined(row)]


def photos(found: Session) -> list[Attachment]:
    """The photographs of heads that were counted together."""
    return [one for row in found.collectives.all() for one in attachments("pledges.collective", row.pk)]

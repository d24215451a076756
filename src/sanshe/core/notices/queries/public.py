"""Notices: those in public, those of a subject, those an officer may see."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.registry import Registry
from sanshe.core.ledgers.queries import keyset
from sanshe.core.ledgers.types import Page
from sanshe.core.notices import rules
from sanshe.core.notices.enums import PUBLIC, P
from sanshe.core.notices.models import PublicNotice
from sanshe.core.notices.types import Window
from sanshe.core.papers.types import Doc
from sanshe.core.rows.queries import within


@dataclass(frozen=True, slots=True)
class Aside:
    """What an app puts beside a notice of its kind: a template, and values for it."""

    template: str
    values: Callable[[PublicNotice, datetime], Mapping[str, Any]] = lambda notice, at: {}


ASIDES: Registry[Aside] = Registry("part beside a notice")


def _in_public(at: datetime) -> QuerySet[PublicNotice]:
    return PublicNotice.objects.filter(state__in=PUBLIC, serial__isnull=False, published_at__lte=at)


def public(at: datetime, paths: Iterable[str]) -> QuerySet[PublicNotice]:
    """What is in public at a moment in these areas."""
    return _in_public(at).filter(within(paths))


def open_on(day: date, paths: Iterable[str]) -> QuerySet[PublicNotice]:
    """The notices in public whose window holds a day; it opens once they are published."""
    found = PublicNotice.objects.filter(state__in=PUBLIC, serial__isnull=False, published_at__isnull=False)
    return found.filter(within(paths), window_from__lte=day, window_to__gte=day)


def public_page(
    at: datetime, paths: Iterable[str], after: str | None = None, before: str | None = None, size: int = 20
) -> Page:
    """One page of what is in public there, newest first."""
    rows = public(at, paths)
    return keyset(rows, ("-published_at", "-id"), "notices.public", after=after, before=before, size=size)


def by_serial(serial: str, at: datetime) -> PublicNotice | None:
    """The public notice of a number; None for drafts and for what is not there."""
    return _in_public(at).filter(serial=serial).first()


def notices_of(kind: str, subject: UUID) -> list[PublicNotice]:
    """All notices of a subject, drafts too, newest first."""
    return list(PublicNotice.objects.filter(subject_kind=kind, subject=subject).order_by("-drafted_at", "-id"))


def visible_to(actor: Actor) -> QuerySet[PublicNotice]:
    """What an officer may see: the notices of their areas, in every state."""
    return PublicNotice.objects.filter(within(actor.paths(P.READ)))


def notice(actor: Actor, notice_id: UUID) -> PublicNotice | None:
    """One of them."""
    return visible_to(actor).filter(pk=notice_id).first()


def corrected_by(found: PublicNotice) -> PublicNotice | None:
    """The public notice that took the place of this one."""
    return PublicNotice.objects.filter(corrects=found, state__in=PUBLIC, serial__isnull=False).first()


def doc_for(found: PublicNotice) -> Doc:
    """The text as it is printed: number line, window and day of publication filled in as far as they are known."""
    day = shanghai.day(found.published_at) if found.published_at else None
    values = {
        "date": rules.said_day(day),
        "from": rules.said_day(found.window_from),
        "to": rules.said_day(found.window_to),
        "number": found.number_line,
    }
    return rules.doc_of(found.tree, found.number_line, values)


def window_of(found: PublicNotice, at: datetime) -> Window | None:
    """How its window stands."""
    days = [date.fromisoformat(day) for day in found.days]
    return rules.window(days, found.window_to, found.day_kind, at)


def desk_page(actor: Actor, after: str | None = None, before: str | None = None, size: int = 30) -> Page:
    """One page of what an officer may see, newest draft first."""
    return keyset(visible_to(actor), ("-drafted_at", "-id"), "notices.desk", after=after, before=before, size=size)

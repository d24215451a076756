"""Campaigns, versions of their text, sessions, lessons."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Q, QuerySet
from django.urls import reverse

from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.pledges.enums import CampaignState, P, TextState
from sanshe.pledges.models import Campaign, Lesson, PledgeText, Session
from sanshe.pledges.rules.campaign import refusal_when_shut, shown

CHAIN = "pledges.campaign"  # the chain of its signatures


def campaigns(actor: Actor, code: str = P.READ) -> QuerySet[Campaign]:
    """Those within one's areas, the newest first; who reads sees also those of the places above."""
    paths = actor.paths(code)
    above = {path[:n] for path in paths for n in range(1, len(path))} if code == P.READ else set()
    return Campaign.objects.filter(within(paths) | Q(area_path__in=above)).order_by("-opens_on", "-pk")


def campaign(actor: Actor, key: UUID, code: str = P.READ) -> Campaign | None:
    return campaigns(actor, code).filter(pk=key).first()


def open_campaign(key: UUID, at: datetime) -> Campaign | None:
    """A campaign as anybody finds it by its address; None while it takes no signatures."""
    found = Campaign.objects.filter(pk=key).first()
    if found is None or refusal_when_shut(found.term, on=shanghai.day(at)):
        return None
    return found


def open_in(paths: Iterable[str], at: datetime) -> Campaign | None:
    """The newest campaign of these places that takes signatures now, and has a text to sign."""
    today = shanghai.day(at)
    rows = Campaign.objects.filter(within(paths), state=CampaignState.OPEN, opens_on__lte=today, closes_on__gte=today)
    return rows.filter(texts__state=TextState.IN_FORCE).order_by("-opens_on", "-pk").first()


def text_in_force(row: Campaign) -> PledgeText | None:
    return row.texts.filter(state=TextState.IN_FORCE).first()


def drafts(actor: Actor) -> QuerySet[PledgeText]:
    """Versions that one may approve."""
    return PledgeText.objects.filter(within(actor.paths(P.APPROVE)), state=TextState.DRAFT)


def all_drafts() -> QuerySet[PledgeText]:
    """Versions that wait for approval, of campaigns that are not closed."""
    return PledgeText.objects.filter(state=TextState.DRAFT, campaign__state=CampaignState.OPEN)


def held_in(path: str) -> QuerySet[Campaign]:
    """The campaigns of a place and of those below it."""
    return Campaign.objects.filter(within([path]))


def draft_of(row: Campaign) -> PledgeText | None:
    return row.texts.filter(state=TextState.DRAFT).first()


def text_of(row: Campaign, number: int) -> PledgeText | None:
    return row.texts.select_related("campaign").filter(number=number).first()


def signed_texts(row: Campaign) -> list[PledgeText]:
    """The versions that are or were in force, the newest first."""
    rows = row.texts.filter(state__in=[TextState.IN_FORCE, TextState.REPLACED])
    return list(rows.order_by("-number"))


def lessons_of(row: Campaign, numbers: Iterable[str]) -> list[Lesson]:
    return list(row.lessons.filter(number__in=[int(one) for one in numbers]))


def shown_text(row: PledgeText) -> str:
    """The exact text a signer of this version is shown."""
    return shown(
        title=row.title, number=row.number, opening=row.opening, clauses=row.clauses, months=row.campaign.months
    )


def sessions(row: Campaign) -> QuerySet[Session]:
    return row.sessions.select_related("unit").order_by("number")


def session_of(row: Campaign, key: UUID | None) -> Session | None:
    return row.sessions.filter(pk=key).first() if key else None


def running(actor: Actor) -> Campaign | None:
    """The newest campaign that is not closed."""
    return campaigns(actor).filter(state=CampaignState.OPEN).first()


def names(actor: Actor, ids: list[str]) -> dict[str, tuple[str, str]]:
    """What campaigns are called, and where they stand."""
    found = campaigns(actor).filter(pk__in=ids).values_list("pk", "name")
    return {str(pk): (name, reverse("pledges:campaign", args=[pk])) for pk, name in found}

"""Campaigns are opened and closed; a version of the text is drafted by one and approved by another; cases are added."""

from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.db.models import Max

from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import move, record
from sanshe.core.rows.rules import another
from sanshe.pledges.enums import CampaignState, Duty, E, R, TextState
from sanshe.pledges.models import Campaign, Lesson, PledgeText
from sanshe.pledges.queries.campaigns import draft_of, shown_text, text_in_force
from sanshe.pledges.rules import campaign as rules


@transaction.atomic
def open_campaign(
    *, area_path: str, name: str, opens_on: date, closes_on: date, months: int = 12, by: Actor, at: datetime
) -> Campaign:
    """A campaign at a place. Nobody signs before its text is in force."""
    insist(rules.refusal_to_open(name=name, opens_on=opens_on, closes_on=closes_on))
    said = {"name": name.strip(), "opens_on": opens_on, "closes_on": closes_on, "months": months}
    row = Campaign.objects.create(area_path=area_path, opened_at=at, **said)
    record(E.CAMPAIGN_OPENED, row, by=by, at=at, **said)
    return row


@transaction.atomic
def close_campaign(*, campaign: Campaign, by: Actor, at: datetime) -> Campaign:
    """Nobody signs any more; what was signed goes on."""
    move(campaign, CampaignState.CLOSED, closed_at=at)
    record(E.CAMPAIGN_CLOSED, campaign, by=by, at=at)
    return campaign


@transaction.atomic
def draft_text(
    *,
    campaign: Campaign,
    title: str,
    clauses: str,
    opening: str = "",
    change: str = "",
    is_other_meaning: bool = False,
    by: Actor,
    at: datetime,
) -> PledgeText:
    """The next version of the text, to be approved by somebody else."""
    number = (campaign.texts.aggregate(n=Max("number"))["n"] or 0) + 1
    asked = {"state": CampaignState(campaign.state), "clauses": clauses, "change": change, "number": number}
    insist(rules.refusal_to_draft(**asked, drafts=1 if draft_of(campaign) else 0))
    insist(R.NO_NAME if not title.strip() else None, field="title")
    said = {
        "title": title.strip(),
        "opening": opening.strip(),
        "change": change.strip(),
        "is_other_meaning": is_other_meaning,
    }
    kept = "\n".join(rules.clauses_of(clauses))
    try:
        with transaction.atomic():
            row = PledgeText.objects.create(campaign=campaign, area_path=campaign.area_path, number=number,
                                            clauses=kept, drafted_at=at, drafted_by=by.id, **said)  # fmt: skip
    except IntegrityError as error:
        raise Refused(R.DRAFT_OPEN) from error
    record(E.TEXT_DRAFTED, row, by=by, at=at, number=number, **said)
    return row


@transaction.atomic
def drop_text(*, text: PledgeText, by: Actor, at: datetime) -> PledgeText:
    """A draft that is not wanted; its number is not given again."""
    move(text, TextState.DROPPED)
    record(E.TEXT_DROPPED, text, by=by, at=at)
    return text


@transaction.atomic
def approve_text(*, text: PledgeText, by: Actor, at: datetime) -> PledgeText:
    """A version comes into force, and the one before it is replaced in the same moment."""
    insist(R.CLOSED if text.campaign.state == CampaignState.CLOSED else None)
    another(by.id, (text.drafted_by,), Duty.WRITER)
    before = text_in_force(text.campaign)
    if before is not None:
        move(before, TextState.REPLACED, replaced_at=at)
    move(text, TextState.IN_FORCE, approved_by=by.id, in_force_at=at)
    record(E.TEXT_APPROVED, text, by=by, at=at, number=text.number, digest=_digest(text))
    return text


def _digest(text: PledgeText) -> str:
    return fingerprint_bytes(shown_text(text).encode())


@transaction.atomic
def add_lesson(*, campaign: Campaign, title: str, body: str, article: str, by: Actor, at: datetime) -> Lesson:
    """A case to be told at sessions."""
    insist(R.CLOSED if campaign.state == CampaignState.CLOSED else None)
    insist(R.NO_NAME if not title.strip() else None, field="title")
    insist(R.NO_TEXT if not body.strip() else None, field="body")
    number = (campaign.lessons.aggregate(n=Max("number"))["n"] or 0) + 1
    said = {"number": number, "title": title.strip(), "article": article.strip()}
    row = Lesson.objects.create(campaign=campaign, area_path=campaign.area_path, body=body.strip(), **said)
    record(E.LESSON_ADDED, row, by=by, at=at, **said)
    return row

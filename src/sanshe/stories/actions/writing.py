"""A story is begun from a lead whose teller agreed, and written sentence by sentence."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Max

from sanshe.core.areas.rules import district_of
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.enums import R as Rows
from sanshe.core.serials.actions import next_number
from sanshe.stories import rules
from sanshe.stories.enums import Basis, E, LeadState, R, State
from sanshe.stories.models import Lead, Sentence, Story
from sanshe.stories.types import Said


@transaction.atomic
def begin(*, lead: Lead, by: Actor, at: datetime) -> Story:
    """Write down what somebody agreed to tell."""
    insist(rules.refusal_to_begin(LeadState(lead.state)))
    move(lead, LeadState.WRITTEN)
    district = district_of(lead.area_path)
    row = Story.objects.create(
        lead=lead, area_path=lead.area_path, district=district, title=lead.title, teller_name=lead.teller_name,
        part=lead.part, begun_at=at, written_by=by.id, number=rules.number(next_number(series=f"stories.{district}")),
    )  # fmt: skip
    record(E.BEGUN, row, by=by, at=at, number=row.number, title=row.title)
    return row


@transaction.atomic
def head(
    *, story: Story, title: str, kick: str = "", deck: str = "", part: str = "", teller: UUID | None = None,
    by: Actor, at: datetime,
) -> Story:  # fmt: skip
    """Title, the lines around it, and who of those who were asked for consent is the teller."""
    insist(None if title.strip() else R.NO_TITLE)
    _insist_open(story)
    said = {"title": title.strip(), "kick": kick.strip(), "deck": deck.strip(), "part": part.strip()}
    change(story, **said, teller=teller)
    record(E.HEADED, story, by=by, at=at, **said)
    return story


@transaction.atomic
def add(*, story: Story, said: Said, by: Actor, at: datetime) -> Sentence:
    """The next sentence."""
    _insist_open(story)
    insist(rules.refusal_to_write(said))
    n = (story.sentences.aggregate(n=Max("number"))["n"] or 0) + 1
    row = Sentence.objects.create(story=story, area_path=story.area_path, number=n, **_fields(said))
    _written(story, n, by, at)
    return row


@transaction.atomic
def rewrite(*, story: Story, sentence: Sentence, said: Said, by: Actor, at: datetime) -> Sentence:
    """Another text, or another source."""
    _insist_open(story)
    insist(rules.refusal_to_write(said))
    change(sentence, **_fields(said))
    _written(story, sentence.number, by, at)
    return sentence


@transaction.atomic
def drop(*, story: Story, sentence: Sentence, by: Actor, at: datetime) -> None:
    """A sentence goes from a draft; those behind it move up."""
    _insist_open(story)
    number = sentence.number
    if Sentence.objects.filter(pk=sentence.pk).delete()[0] != 1:
        raise Refused(Rows.STALE)
    for row in story.sentences.filter(number__gt=number).order_by("number"):
        change(row, number=row.number - 1)
    _written(story, number, by, at)


def _insist_open(story: Story) -> None:
    """Only while it is written; what was checked goes back first."""
    if story.state != State.WRITING:
        raise Refused(Rows.NOT_NOW, state=State(story.state))


def _written(story: Story, n: int, by: Actor, at: datetime) -> None:
    """The draft moved on: who checks an older page of it is told so. The record holds no words."""
    change(story, digest="")
    record(E.WRITTEN, story, by=by, at=at, sentence=n)


def _fields(said: Said) -> dict[str, Any]:
    case = said.case if said.basis == Basis.EVENT else None
    text = said.text.strip()
    return {
        "text": text, "basis": said.basis, "person": said.person, "digest": fingerprint_bytes(text.encode()),
        "case_kind": case.kind if case else "", "case_key": case.key if case else None,
        "case_number": case.number if case else "", "event": said.event.strip() if case else "",
        "sources": "，".join(rules.sources_of(said.sources)) if said.basis == Basis.SOURCES else "",
    }  # fmt: skip

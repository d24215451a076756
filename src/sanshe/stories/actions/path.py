"""The way to print: checked by another, looked through for what betrays somebody, reviewed by a third, published."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from sanshe.core.consents.phrases import MEDIA
from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import move, record
from sanshe.core.rows.rules import another
from sanshe.core.search.actions import index_all
from sanshe.stories import queries, rules
from sanshe.stories.enums import Duty, E, State, Trait
from sanshe.stories.models import Story


@transaction.atomic
def check(*, story: Story, by: Actor, at: datetime) -> Story:
    """Somebody else than the writer held each sentence against its source."""
    another(by.id, (story.written_by,), Duty.WRITER)
    counted = queries.counted(story)
    insist(rules.refusal_to_check(counted), n=counted.bare[0] if counted.bare else 0)
    move(story, State.CHECKED, checked_at=at, checked_by=by.id)
    record(E.CHECKED, story, by=by, at=at, sentences=counted.whole)
    return story


@transaction.atomic
def mask(*, story: Story, looked: Mapping[Trait, str], by: Actor, at: datetime) -> Story:
    """What was found of each trait, and what was changed; nothing found is said too."""
    insist(rules.refusal_to_mask(looked))
    move(story, State.MASKED, traits={str(one): looked[one].strip()[:200] for one in Trait})
    record(E.MASKED, story, by=by, at=at)
    return story


@transaction.atomic
def review(*, story: Story, by: Actor, at: datetime) -> Story:
    """A third person confirms the list and the text."""
    another(by.id, (story.written_by,), Duty.WRITER)
    another(by.id, (story.checked_by,), Duty.CHECKER)
    move(story, State.REVIEWED, reviewed_at=at, reviewed_by=by.id)
    record(E.REVIEWED, story, by=by, at=at)
    return story


@transaction.atomic
def send_back(*, story: Story, reason: str, by: Actor, at: datetime) -> Story:
    """Back to the writer, with what to change; check and review are done anew."""
    nothing = {"checked_at": None, "checked_by": None, "reviewed_at": None, "reviewed_by": None}
    insist(rules.refusal_of_reason(reason))
    move(story, State.WRITING, **nothing, traits={})
    record(E.RETURNED, story, by=by, at=at, note=reason.strip()[:200])
    return story


@transaction.atomic
def publish(*, story: Story, by: Actor, at: datetime) -> Story:
    """Public from now on, and found by search."""
    ready = queries.ready(story, at)
    part, medium = ready.missing[0] if ready.missing else ("", "")
    facts = {"n": ready.bare[0] if ready.bare else 0, "code": "、".join(ready.open_cases), "person": part}
    insist(rules.refusal_to_publish(ready), **facts, medium=str(MEDIA.get(medium, "")))
    text = "\n".join(one.text for one in queries.sentences(story))
    move(story, State.PUBLISHED, published_at=at, digest=fingerprint_bytes(text.encode()))
    index_all([queries.entry(story)])
    record(E.PUBLISHED, story, by=by, at=at, digest=story.digest)
    return story

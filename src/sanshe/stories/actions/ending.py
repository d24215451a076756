"""What goes with a consent, what is put right, what is withdrawn as a whole."""

from datetime import datetime

from django.db import transaction

from sanshe.core.consents.enums import Medium
from sanshe.core.consents.types import Ended
from sanshe.core.kit.access import SYSTEM, Actor
from sanshe.core.kit.digest import fingerprint_bytes
from sanshe.core.kit.refused import insist
from sanshe.core.rows.actions import change, held, move, record
from sanshe.core.search.actions import forget, index_all
from sanshe.stories import queries, rules
from sanshe.stories.enums import E, State
from sanshe.stories.models import Correction, Sentence, Story


@transaction.atomic
def correct(*, story: Story, sentence: Sentence, text: str, reason: str, by: Actor, at: datetime) -> Correction:
    """Another text for a published sentence; both stand on the page, with day and reason."""
    insist(rules.refusal_of_reason(reason))
    new, old = text.strip()[:300], sentence.text
    insist(rules.refusal_to_correct(old=old, new=new, is_out=sentence.omitted_at is not None))
    insist(rules.refusal_when_not_public(State(story.state)))
    change(sentence, text=new, digest=fingerprint_bytes(new.encode()))
    row = Correction.objects.create(
        story=story, sentence=sentence, area_path=story.area_path, old=old, new=new, reason=reason.strip()[:200],
        made_at=at, made_by=by.id,
    )  # fmt: skip
    index_all([queries.entry(story)])
    record(E.CORRECTED, story, by=by, at=at, sentence=sentence.number, note=row.reason)
    return row


@transaction.atomic
def withdraw(*, story: Story, reason: str, by: Actor, at: datetime) -> Story:
    """The whole piece goes, with a reason on record; its number stays and is not given again."""
    insist(rules.refusal_of_reason(reason))
    _end(story, State.WITHDRAWN, at)
    record(E.WITHDRAWN, story, by=by, at=at, note=reason.strip()[:200])
    return story


def take_away(gone: Ended, by: Actor, at: datetime) -> None:
    """A consent to words ended: the sentences about this person go, or all of it, when it was the teller's or nothing
    stands without them. Runs in the transaction of that end."""
    story = queries.by_key(gone.subject)
    if story is None or gone.medium != Medium.TEXT or story.state in (State.WITHDRAWN, State.EXPIRED):
        return
    story = held(story)[0]
    if story.teller == gone.person:
        _end(story, State.EXPIRED if by is SYSTEM and story.published_at else State.WITHDRAWN, at)
        record(E.WITHDRAWN, story, by=by, at=at)
        return
    n = _omit(story, at, person=gone.person)
    if not n:
        return
    if not story.sentences.filter(omitted_at=None).exists():
        _end(story, State.WITHDRAWN, at)
    elif story.state == State.PUBLISHED:
        index_all([queries.entry(story)])
    record(E.OMITTED, story, by=by, at=at, sentences=n)


def _end(story: Story, to: State, at: datetime) -> None:
    """Words, name and corrections go; number, days and digests stay."""
    _omit(story, at)
    move(story, to, ended_at=at, kick="", deck="", teller_name="", traits={})
    forget(kind=queries.KIND, object_id=story.pk)


def _omit(story: Story, at: datetime, **whose: object) -> int:
    """These sentences are gone, and what corrections said of them."""
    rows = list(story.sentences.filter(omitted_at=None, **whose))
    for row in rows:
        change(row, text="", event="", sources="", omitted_at=at)
        for one in row.corrections.all():
            one.old = one.new = ""
            one.save(update_fields=["old", "new"])
    return len(rows)

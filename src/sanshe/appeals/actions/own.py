"""What a resident does alone, without an account: hands in, takes back, finds by a code, adds, by day and by night."""

from datetime import datetime

from django.db import transaction

from sanshe.appeals.actions import clocks
from sanshe.appeals.actions.intake import take_in
from sanshe.appeals.enums import About, Channel, E, R, State
from sanshe.appeals.models import Addition, Appeal, Category
from sanshe.appeals.queries.appeals import by_code, code_index
from sanshe.appeals.queries.finding import KIND
from sanshe.appeals.rules import check
from sanshe.appeals.rules import intake as rules
from sanshe.appeals.types import Origin, Taken, Told
from sanshe.core.accounts.actions import count_use, take_back_use
from sanshe.core.kit.access import NOBODY, Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import move, record
from sanshe.core.search.actions import forget


@transaction.atomic
def hand_in(
    *, area_path: str, category: Category, told: Told, origin: Origin, at: datetime, by: Actor = NOBODY
) -> Taken:
    """By one's own telephone; no more of them from one browser than people write."""
    counts = ((f"device:{origin.device}", rules.MOST_OF_DEVICE), (f"address:{origin.address}", rules.MOST_OF_ADDRESS))
    for what, most in (*counts, ("house", rules.MOST_OF_HOUSE)):
        count_use(what=f"appeal:{what}", most=most, per=rules.PACE, real=origin.real)
    given = {"area_path": area_path, "category": category, "channel": Channel.WEB, "title": "", "told": told}
    return take_in(**given, by=by, at=at)


def undo_received(appeal: Appeal) -> None:
    """As if it had not been handed in: the number stays, what was written is wiped out, its clocks never ran."""
    wiped = {"text": "", "place": "", "person": None, "track_index": None, "code_index": None, "is_emptied": True}
    move(appeal, State.TAKEN_BACK, **wiped)
    clocks.drop(appeal, at=appeal.received_at)
    forget(kind=KIND, object_id=str(appeal.pk))


def find_by_code(*, code: str, origin: Origin) -> Appeal:
    """The matter of who left no telephone. Runs outside a transaction: what a wrong code counted must stand."""
    counts = ((f"code:{origin.device}", rules.WRONG_OF_DEVICE), ("code", rules.WRONG_OF_HOUSE))
    _count(counts, origin)
    found = by_code(code_index(rules.spelled(code)))
    if found is None:
        raise Refused(R.NO_SUCH_CODE)
    for what, _most in counts:
        take_back_use(what=f"appeal:{what}")
    return found


@transaction.atomic
def _count(counts: tuple[tuple[str, int], ...], origin: Origin) -> None:
    """Both or none: who may not guess fills nobody's count."""
    for what, most in counts:
        count_use(what=f"appeal:{what}", most=most, per=rules.PACE, real=origin.real)


@transaction.atomic
def add(*, appeal: Appeal, about: About, at: datetime, words: str = "", by: Actor = NOBODY) -> Addition:
    """More of it, or how it is now. Nothing follows by itself: who handles it reads it, and the callback asks."""
    insist(check.refusal_to_add(is_over=appeal.state in State.over(), about=about, words=words))
    row = Addition.objects.create(
        appeal=appeal, area_path=appeal.area_path, about=about, words=words.strip(), noted_at=at, noted_by=by.id
    )
    record(E.ADDED, appeal, by=by, at=at, about=about)
    return row

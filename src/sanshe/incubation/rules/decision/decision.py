"""The panel's decision: who must be there, what is voted on, what carries, and who gets a place.

The base is always all members: one who is recused or absent leaves the room, never the base.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from itertools import takewhile

from sanshe.incubation.enums.decision.decision import DecisionState, MotionKind, Outcome, PlaceKind, R, Side
from sanshe.incubation.rules.decision.tabulation import tie_across
from sanshe.incubation.types.decision import Allotted, Motion
from sanshe.incubation.types.tabulation import Result, Standing

ROUNDS = 2


def quorum(members: int) -> int:
    """The fewest members who must be present: two thirds of all, rounded up."""
    return -(-2 * members // 3)


def majority(members: int) -> int:
    """The fewest votes in favour that carry: more than half of all members."""
    return members // 2 + 1


def refusal_to_open(*, is_tabulated: bool, present: int, members: int) -> R | None:
    """Whether the panel may deliberate."""
    if not is_tabulated:
        return R.NOT_TABULATED
    return R.NO_QUORUM if members == 0 or present < quorum(members) else None


def motions(result: Result, *, recused: Mapping[str, Collection[str]]) -> tuple[Motion, ...]:
    """What is put to the vote, in order: one block without recusal outside the grey zone, then each other one alone.

    `recused` names the members by applicant. A member recused for anyone in the grey zone is out for the whole zone.
    """
    ordered = [s.applicant for s in result.standings]
    grey = {s.applicant for s in result.standings if s.is_grey}
    out_of_zone = frozenset(who for applicant in grey for who in recused.get(applicant, ()))
    alone = [a for a in ordered if a in grey or recused.get(a)]
    block = [a for a in _block(result.standings, result) if a not in set(alone)]
    others = [s.applicant for s in result.standings if s.applicant not in {*alone, *block}]
    return (
        *([Motion(MotionKind.BLOCK, tuple(block))] if block else []),
        *(Motion(MotionKind.ALONE, (a,), out_of_zone if a in grey else frozenset(recused[a])) for a in alone),
        *(Motion(MotionKind.ALONE, (a,)) for a in others),
        *(Motion(MotionKind.TIE, tied, _all_recused(tied, recused)) for tied in ties_at_lines(result)),
    )


def _block(standings: Sequence[Standing], result: Result) -> list[str]:
    """Those whose rank gives a place for certain; the reserve is voted on one by one."""
    across = set(tie_across(standings, cut=result.places))
    return [s.applicant for s in standings if s.rank <= result.places and s.applicant not in across]


def _all_recused(applicants: Iterable[str], recused: Mapping[str, Collection[str]]) -> frozenset[str]:
    return frozenset(who for applicant in applicants for who in recused.get(applicant, ()))


def ties_at_lines(result: Result) -> tuple[tuple[str, ...], ...]:
    """The groups of equals that lie across a line: of the places, of the reserve's end, or inside the reserve's order.

    Only for these the panel votes by name; equals elsewhere share their rank and nobody orders them.
    """
    last = result.places + result.reserve
    cuts = range(result.places, min(last, len(result.standings)) + 1) if result.reserve else (result.places,)
    groups = (tie_across(result.standings, cut=cut) for cut in cuts)
    return tuple(dict.fromkeys(group for group in groups if group))


def refusal_to_vote(*, is_present: bool, is_recused: bool, has_voted: bool, outcome: Outcome) -> R | None:
    """Whether this member's vote on this motion may exist."""
    if is_recused:
        return R.RECUSED
    if not is_present:
        return R.NOT_PRESENT
    if outcome not in (Outcome.OPEN, Outcome.RECONSIDER):
        return R.NO_SECOND_TIME
    return R.VOTED if has_voted else None


def refusal_of_choice(*, is_choosing: bool, choice: str, applicants: Collection[str]) -> R | None:
    """A vote by name on equals names one of them."""
    return R.NO_CANDIDATE if is_choosing and choice not in applicants else None


def in_favour(votes: Iterable[Side]) -> int:
    """How many votes count towards the majority; an abstention counts for nobody."""
    return sum(vote is Side.FOR for vote in votes)


def outcome_of(*, votes: Iterable[Side], members: int, time: int) -> Outcome:
    """What the `time`-th vote (from 1) on a motion leads to: carried, once more, or fallen for good."""
    if in_favour(votes) >= majority(members):
        return Outcome.CARRIED
    return Outcome.RECONSIDER if time < ROUNDS else Outcome.FALLEN


def order_of_tie(choices: Mapping[str, int]) -> tuple[str, ...]:
    """The order that a vote by name gives to equals, most votes first, as far as the first two who are level: whoever
    has fewer votes than two that are level may not pass them."""
    counts = Counter(choices.values())
    told = sorted(choices, key=lambda applicant: -choices[applicant])
    return tuple(takewhile(lambda applicant: counts[choices[applicant]] == 1, told))


def outcome_of_tie(*, choices: Mapping[str, int], time: int) -> Outcome:
    """What the `time`-th vote by name leads to. Whom the last leaves without an order has neither place nor reserve, as
    anyone whose motion was not carried."""
    if len(order_of_tie(choices)) == len(choices):
        return Outcome.CARRIED
    return Outcome.RECONSIDER if time < ROUNDS else Outcome.FALLEN


def fallen_by(*, kind: MotionKind, outcome: Outcome, applicants: Sequence[str], order: Collection[str]) -> set[str]:
    """Whom a motion that fell leaves without place and reserve; of equals only those the vote left without an
    order."""
    if outcome is not Outcome.FALLEN:
        return set()
    return set(applicants) - set(order) if kind is MotionKind.TIE else set(applicants)


def allot(
    result: Result, *, fallen: Collection[str], tie_orders: Collection[Sequence[str]] = ()
) -> tuple[Allotted, ...]:
    """Who gets what. One whose motion has fallen gets neither place nor reserve, and the next moves up.

    `tie_orders` holds the order voted for each group of equals at a line. Raises ValueError when one is missing: the
    order of rows must never decide (callers ask `refusal_to_submit` first).
    """
    voted = {applicant: at for order in tie_orders for at, applicant in enumerate(order)}
    standing = [s for s in result.standings if s.applicant not in fallen]
    if splits_unvoted(standing, voted, result):
        raise ValueError("equals at a line without a vote")
    queue = sorted(standing, key=lambda s: (s.rank, voted.get(s.applicant, 0), s.applicant))
    given = [_allotted(s, at, result) for at, s in enumerate(queue)]
    lost = [Allotted(s.applicant, s.rank, PlaceKind.NOT_SELECTED) for s in result.standings if s.applicant in fallen]
    return tuple(sorted([*given, *lost], key=lambda a: (a.rank, a.reserve_no or 0, a.applicant)))


def _allotted(standing: Standing, at: int, result: Result) -> Allotted:
    if at < result.places:
        return Allotted(standing.applicant, standing.rank, PlaceKind.SELECTED)
    if at < result.places + result.reserve:
        return Allotted(standing.applicant, standing.rank, PlaceKind.RESERVE, at - result.places + 1)
    return Allotted(standing.applicant, standing.rank, PlaceKind.NOT_SELECTED)


def splits_unvoted(standing: Sequence[Standing], voted: Collection[str], result: Result) -> tuple[str, ...]:
    """The equals whom a line still splits, after those who fell are gone, though nobody voted on their order."""
    ranks = [s.rank for s in standing]
    for s in standing:
        first = sum(rank < s.rank for rank in ranks)
        last = first + ranks.count(s.rank) - 1
        if s.applicant not in voted and _is_split(first, last, result):
            return tuple(o.applicant for o in standing if o.rank == s.rank)
    return ()


def _is_split(first: int, last: int, result: Result) -> bool:
    """Whether equals at positions first..last (from 0) would be treated differently."""
    end = result.places + result.reserve
    return first < last and first < end and last >= result.places


def refusal_to_submit(
    *,
    state: DecisionState,
    outcomes: Iterable[Outcome],
    unvoted_tie: Collection[str],
    reason: str,
    present: int,
    members: int,
) -> R | None:
    """Whether the panel's decision may go to the bureau."""
    if state != DecisionState.OPEN:
        return R.NOT_OPEN
    if present < quorum(members):
        return R.NO_QUORUM
    if any(outcome in (Outcome.OPEN, Outcome.RECONSIDER) for outcome in outcomes):
        return R.MOTIONS_OPEN
    if unvoted_tie:
        return R.TIE_AT_LINE
    return None if reason.strip() else R.NO_REASON


def refusal_to_approve(*, state: DecisionState) -> R | None:
    """Only what the panel has submitted."""
    return None if state == DecisionState.SUBMITTED else R.NOT_SUBMITTED

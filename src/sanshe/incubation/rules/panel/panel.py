"""Recusal before reading, two who decide, and an order drawn by lot that anyone can recompute."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence

from sanshe.core.kit.digest import fingerprint
from sanshe.incubation.enums.panel.panel import DRAW_SIDES, RelationDecision, Side
from sanshe.incubation.enums.panel.panel import PanelRefusal as R
from sanshe.incubation.enums.panel.panel import RelationKind as K
from sanshe.incubation.types.panel import Applicant, Member


def refusal_to_change_panel(*, locked: bool) -> R | None:
    """Members may come and go until list and order are locked."""
    return R.LOCKED if locked else None


def refusal_to_declare(
    *, declared: bool, detected: set[str], answered: set[str], reasons: Mapping[str, str]
) -> R | None:
    """A declaration answers every relation that was detected; saying there is none needs a reason."""
    if declared:
        return R.ALREADY_DECLARED
    if not detected <= answered:
        return R.RELATION_UNANSWERED
    return R.NO_REASON if any(not reason.strip() for reason in reasons.values()) else None


def refusal_to_decide_recusal(
    *, decider: str, first_decider: str | None, scores: bool, handles_objections: bool, from_centre: bool
) -> R | None:
    """Two bureau people decide who neither score nor handle objections; never the centre on its own."""
    checks = (
        (scores, R.DECIDER_SCORES),
        (handles_objections, R.DECIDER_HANDLES),
        (from_centre, R.DECIDER_FROM_CENTRE),
        (first_decider == decider, R.SAME_DECIDER),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_to_lock(
    *, undeclared: int, open_relations: int, drawn: bool, open_applications: int, locked: bool
) -> R | None:
    """List and order are locked when all have declared, all relations are decided and the lot is drawn."""
    checks = (
        (locked, R.LOCKED),
        (open_applications > 0, R.SCREENING_OPEN),
        (undeclared > 0, R.NOT_DECLARED),
        (open_relations > 0, R.RELATIONS_OPEN),
        (not drawn, R.NOT_DRAWN),
    )
    return next((code for holds, code in checks if holds), None)


def refusal_of_sides(*, members: Iterable[Side], wanted: Mapping[str, int]) -> R | None:
    """The call announced how many come from each side; the panel must be just that."""
    found = list(members)
    return None if all(found.count(Side(side)) == n for side, n in wanted.items()) else R.SIDES_WRONG


def relations(member: Member, applicant: Applicant) -> tuple[K, ...]:
    """What the register knows that ties a member to an applicant. Fingerprints are compared, never texts."""
    found = (
        (member.name in applicant.legal_representatives, K.LEGAL_REPRESENTATIVE),
        (member.name in applicant.founders, K.FOUNDER),
        (member.name in applicant.contacts, K.SAME_NAME),
        (bool(member.phone) and member.phone in applicant.phones, K.SAME_PHONE),
        (bool(member.employer) and member.employer in applicant.employers, K.SAME_EMPLOYER),
        (applicant.organisation in member.supervised, K.SUPERVISOR),
        (applicant.organisation in member.affiliates, K.AFFILIATE),
    )
    return tuple(kind for holds, kind in found if holds)


def is_recused(decision: RelationDecision) -> bool:
    """An undecided relation keeps the file shut as a recusal does."""
    return decision != RelationDecision.NO_CONFLICT


def seal_of_number(*, number: int, nonce: str) -> str:
    """What a side hands in before the draw: the fingerprint of its number and a random word."""
    return fingerprint({"nonce": nonce, "number": number})


def refusal_of_handed(*, given: Mapping[str, tuple[str, str]]) -> R | None:
    """Who hands in gives a number and a word; at least one side does."""
    started = [(number, word) for number, word in given.values() if number or word]
    is_whole = all(number.isascii() and number.isdecimal() and word for number, word in started)
    return None if started and is_whole else R.DRAW_HALF


def refusal_to_open_draw(*, seals: Mapping[str, str], opened: Mapping[str, tuple[int, str]]) -> R | None:
    """All three sides must have handed in, and each number must fit the fingerprint read out before."""
    if set(seals) != set(DRAW_SIDES):
        return R.DRAW_SIDE_MISSING
    if set(opened) != set(DRAW_SIDES):
        return R.DRAW_SIDE_MISSING
    fits = all(seal_of_number(number=n, nonce=word) == seals[side] for side, (n, word) in opened.items())
    return None if fits else R.DRAW_NUMBER_WRONG


def draw_seed(numbers: Mapping[str, int]) -> str:
    """One seed of three numbers: SHA-256 of them in the sides' fixed order, joined by '-'; 64 hex digits."""
    text = "-".join(str(numbers[side]) for side in DRAW_SIDES)
    return hashlib.sha256(text.encode()).hexdigest()


def draw_order(*, seed: str, ids: Sequence[str]) -> tuple[str, ...]:
    """Application ids by SHA-256 of 'seed-id', smallest first: anyone can recompute it with sha256sum.

    Ids were fixed when the drafts began, long before the three numbers were known, so nobody can choose a place.
    """
    return tuple(sorted(ids, key=lambda key: hashlib.sha256(f"{seed}-{key}".encode()).hexdigest()))

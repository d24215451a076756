"""A fair before it hangs: its rule, its goods, its desks with their ranges, keepers and prizes."""

from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.core.accounts.queries.people import holders
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.fair.enums import DeskState, E, FairState, GoodKind, P, R
from sanshe.fair.models import Desk, Fair, Good, Stock
from sanshe.fair.queries.fairs import desks
from sanshe.fair.rules import desk as rules
from sanshe.fair.rules import fair as fairs
from sanshe.fair.types import Rule


@transaction.atomic
def plan_fair(*, area_path: str, rule: Rule, by: Actor, at: datetime) -> Fair:
    """A fair with its rule."""
    insist(fairs.refusal_of_rule(rule, is_frozen=False))
    row = Fair.objects.create(area_path=area_path, planned_at=at, **asdict(rule))
    record(E.PLANNED, row, by=by, at=at, **_said(rule))
    return row


@transaction.atomic
def change_rule(*, fair: Fair, rule: Rule, by: Actor, at: datetime) -> Fair:
    """The rule, while no slip hangs."""
    insist(fairs.refusal_of_rule(rule, is_frozen=fair.frozen_at is not None))
    before = _said(fair.rule)
    change(fair, **asdict(rule))
    record(E.RULE_CHANGED, fair, by=by, at=at, old=before, **_said(rule))
    return fair


def _said(rule: Rule) -> dict[str, object]:
    return {name: value for name, value in asdict(rule).items() if value not in ("", None)}


@transaction.atomic
def add_good(*, fair: Fair, name: str, unit: str, kind: GoodKind, by: Actor, at: datetime) -> Good:
    """Something that will be handed out; prizes belong to the rule."""
    insist(R.RULE_FROZEN if fair.frozen_at and kind == GoodKind.PRIZE else None)
    insist(None if name.strip() and unit.strip() else R.NO_NAME)
    change(fair)
    said = {"name": name.strip(), "unit": unit.strip(), "kind": kind}
    if fair.goods.filter(name=said["name"]).exists():
        raise Refused(R.GOOD_THERE)
    row = Good.objects.create(fair=fair, area_path=fair.area_path, number=fair.goods.count() + 1, **said)
    record(E.GOOD_ADDED, fair, by=by, at=at, **said)
    return row


@transaction.atomic
def plan_desk(*, fair: Fair, first: int, last: int, keeper: UUID, by: Actor, at: datetime) -> Desk:
    """A desk with a range of its own."""
    insist(R.NOT_RUNNING if fair.state not in (FairState.PLANNED, FairState.HUNG) else None)
    change(fair)
    there = desks(fair)
    insist(rules.refusal_of_range(first, last, [(one.first, one.last) for one in there]))
    insist(None if keeper in {one.pk for one in holders(P.DESK, fair.area_path, at)} else R.NOT_A_KEEPER)
    said = {"number": len(there) + 1, "first": first, "last": last}
    row = Desk.objects.create(fair=fair, area_path=fair.area_path, keeper=keeper, **said)
    record(E.DESK_PLANNED, row, by=by, at=at, keeper=keeper, **said)
    return row


@transaction.atomic
def bring(*, good: Good, desk: Desk | None, brought: int, by: Actor, at: datetime) -> Stock:
    """What was brought of a good to a desk before it opened, or to the games."""
    insist(R.DESK_SHUT if desk is not None and desk.state != DeskState.PLANNED else None)
    insist(R.BAD_AMOUNT if brought < 1 else None)
    try:
        with transaction.atomic():
            row = Stock.objects.create(
                good=good, desk=desk, area_path=good.area_path, brought=brought, left=brought
            )  # fmt: skip
    except IntegrityError as error:
        raise Refused(R.GOOD_THERE) from error
    record(E.STOCK_BROUGHT, good.fair, by=by, at=at, name=good.name, brought=brought, desk=desk.number if desk else 0)
    return row


@transaction.atomic
def open_desk(*, desk: Desk, by: Actor, at: datetime) -> Desk:
    """Its keeper takes range and prizes over."""
    insist(None if by.id == desk.keeper else R.NOT_YOUR_DESK)
    move(desk, DeskState.OPEN, opened_at=at, epoch=desk.epoch + 1)
    record(E.DESK_OPENED, desk, by=by, at=at, epoch=desk.epoch)
    return desk


@transaction.atomic
def hand_over(*, key: UUID, person: UUID, to: Actor, by: Actor, at: datetime) -> None:
    """A desk goes to somebody else who may keep one there, with its range and its prizes."""
    desk = Desk.objects.filter(pk=key, keeper=person).exclude(state=DeskState.CLOSED).first()
    if desk is None or not to.may_at(P.DESK, desk.area_path):
        raise Refused(R.NOT_A_KEEPER)
    change(desk, keeper=to.key, epoch=desk.epoch + 1)
    record(E.DESK_HANDED_OVER, desk, by=by, at=at, keeper=to.key, old={"keeper": person})

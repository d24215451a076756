"""The panel from its first member to the locked list and order."""

import datetime
import random
from collections.abc import Collection, Mapping
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import F, Max

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, record
from sanshe.core.rows.rules import refusal_of_phone
from sanshe.incubation.actions.call.batch import move_up_to
from sanshe.incubation.actions.panel.score import bar_recused, unbar
from sanshe.incubation.enums.access import Role
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.enums.call.batch import BatchState
from sanshe.incubation.enums.panel.panel import PanelEvent as E
from sanshe.incubation.enums.panel.panel import PanelRefusal as R
from sanshe.incubation.enums.panel.panel import RelationDecision, RelationKind, RelationSource, Side
from sanshe.incubation.models import Application, Batch, Draw, Panel, Panelist, Relation, Slot
from sanshe.incubation.queries.panel import panel as queries
from sanshe.incubation.rules.panel import panel as rules

KIND = "incubation.panel"
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def _panel(batch: Batch) -> Panel:
    panel, _ = Panel.objects.get_or_create(batch=batch, defaults={"area_path": batch.area_path})
    return panel


@transaction.atomic
def appoint(
    *,
    batch: Batch,
    person: UUID,
    name: str,
    side: Side,
    by: Actor,
    at: datetime.datetime,
    title: str = "",
    employer: str = "",
    phone: str = "",
    is_chair: bool = False,
) -> Panelist:
    """Seat somebody; what the register knows of relations is looked up at once."""
    panel = _panel(batch)
    insist(rules.refusal_to_change_panel(locked=panel.locked_at is not None))
    insist(refusal_of_phone(phone), field="phone")
    letter = LETTERS[panel.members.count() % len(LETTERS)]
    said = {"side": side, "title": title, "employer": employer, "phone": phone, "is_chair": is_chair}
    try:
        with transaction.atomic():
            row = Panelist.objects.create(panel=panel, person=person, name=name, letter=letter, **said)
    except IntegrityError as error:  # seated already, or a second chair
        raise Refused(R.SEATED) from error
    record(E.APPOINTED, panel, by=by, at=at, side=side, person=person)
    detect(panelist=row, by=by, at=at)
    return row


@transaction.atomic
def dismiss(*, panelist: Panelist, by: Actor, at: datetime.datetime) -> None:
    insist(rules.refusal_to_change_panel(locked=panelist.panel.locked_at is not None))
    change(panelist, refused=R.LOCKED, dismissed_at=at, is_chair=False)
    record(E.DISMISSED, panelist.panel, by=by, at=at, person=panelist.person)


@transaction.atomic
def detect(
    *, panelist: Panelist, by: Actor, at: datetime.datetime, among: Collection[Application] | None = None
) -> int:
    """Look up relations to every applicant that was screened in (or to these); again adds only what is new."""
    batch = panelist.panel.batch
    own = frozenset(
        [str(batch.centre.operator_id)] if panelist.side == Side.CENTRE and batch.centre.operator_id else []
    )
    member, found = queries.member_value(panelist, own), 0
    for application in queries.applicants(batch) if among is None else among:
        for kind in rules.relations(member, queries.applicant_value(application)):
            found += _note(panelist, application, kind, RelationSource.DETECTED, "")
    if found:
        record(E.DETECTED, panelist.panel, by=by, at=at, person=panelist.person, relations=found)
    return found


@transaction.atomic
def detect_for(*, application: Application, by: Actor, at: datetime.datetime) -> None:
    """Look an applicant up for every member: one who passes after the panel was named is looked up as well."""
    for member in queries.members(application.batch):
        detect(panelist=member, by=by, at=at, among=[application])


def _note(panelist: Panelist, application: Application, kind: RelationKind, source: RelationSource, said: str) -> bool:
    row, is_new = Relation.objects.get_or_create(
        panelist=panelist,
        application=application,
        kind=kind,
        defaults={"area_path": application.area_path, "source": source, "said": said},
    )
    if not is_new and row.source != source:
        Relation.objects.filter(pk=row.pk).update(source=RelationSource.BOTH, said=said, version=F("version") + 1)
    return is_new


@transaction.atomic
def declare(
    *,
    panelist: Panelist,
    related: Mapping[UUID, tuple[RelationKind, str]],
    denied: Mapping[UUID, str],
    by: Actor,
    at: datetime.datetime,
) -> None:
    """The member's declaration, before reading: `related` by application, `denied` detected ones with a reason."""
    if panelist.person != by.id:
        raise Refused(R.NOT_A_PANELIST)
    open_ones = Relation.objects.filter(panelist=panelist, source=RelationSource.DETECTED)
    detected = {str(pk) for pk in open_ones.values_list("application_id", flat=True)}
    answered = {str(pk) for pk in (*related, *denied)}
    reasons = {str(pk): reason for pk, reason in denied.items()}
    is_declared = panelist.declared_at is not None
    insist(rules.refusal_to_declare(declared=is_declared, detected=detected, answered=answered, reasons=reasons))
    for application in Application.objects.filter(pk__in=related, batch=panelist.panel.batch):
        kind, said = related[application.pk]
        _note(panelist, application, kind, RelationSource.DECLARED, said)
    for pk, reason in denied.items():
        Relation.objects.filter(panelist=panelist, application_id=pk).update(said=reason)
    Relation.objects.filter(panelist=panelist).update(is_answered=True, version=F("version") + 1)
    change(panelist, refused=R.ALREADY_DECLARED, declared_at=at)
    record(E.DECLARED, panelist.panel, by=by, at=at, person=panelist.person, related=len(related), denied=len(denied))


@transaction.atomic
def decide_recusal(
    *,
    relation: Relation,
    decision: RelationDecision,
    reason: str,
    handles_objections: bool = False,
    by: Actor,
    at: datetime.datetime,
) -> None:
    """Two people of the bureau decide; the first proposes, the second agrees or the case stays open."""
    batch = relation.panelist.panel.batch
    scores = queries.member_of(by, batch) is not None
    first = str(relation.first_by) if relation.first_by else None
    who = {"decider": str(by.id), "first_decider": first, "scores": scores, "handles_objections": handles_objections}
    insist(rules.refusal_to_decide_recusal(**who, from_centre=by.has_role(Role.CENTRE_OPERATOR)))
    insist(None if reason.strip() else R.NO_REASON)
    insist(None if relation.decision == RelationDecision.OPEN else R.LOCKED)
    told = {"application": relation.application_id, "decision": decision, "second": relation.first_by is not None}
    if relation.first_by is None or relation.proposed != decision:
        said = {"proposed": decision, "reason": reason, "first_by": by.id, "first_at": at}
        change(relation, **said, second_by=None, second_at=None)
    else:
        change(relation, decision=decision, second_by=by.id, second_at=at)
        if not queries.is_recused(relation.panelist, relation.application_id):
            unbar(panelist=relation.panelist, application_id=relation.application_id)
    record(E.DECIDED, relation.panelist.panel, by=by, at=at, **told)


@transaction.atomic
def seal_number(*, batch: Batch, side: str, seal: str, by: Actor, at: datetime.datetime) -> None:
    """One side hands in the fingerprint of its number, before any number is known."""
    draw, _ = Draw.objects.get_or_create(panel=_panel(batch))
    insist(R.DRAW_DONE if draw.drawn_at else R.DRAW_SEALED if side in draw.seals else None)
    change(draw, refused=R.DRAW_SEALED, seals={**draw.seals, side: seal})
    record(E.DRAW_SEALED, draw.panel, by=by, at=at, side=side, seal=seal)


@transaction.atomic
def open_draw(*, batch: Batch, opened: Mapping[str, tuple[int, str]], by: Actor, at: datetime.datetime) -> Draw:
    """Open all three numbers at once: seed and order follow, and anyone can recompute them."""
    draw = Draw.objects.filter(panel__batch=batch).select_related("panel").first()
    if draw is None:
        raise Refused(R.DRAW_NOT_SEALED)
    insist(R.DRAW_DONE if draw.drawn_at else None)
    waiting = Application.objects.filter(batch=batch, state__in=[S.SUBMITTED, S.RETURNED]).exists()
    insist(R.SCREENING_OPEN if waiting else None)
    insist(rules.refusal_to_open_draw(seals=draw.seals, opened=opened))
    seed = rules.draw_seed({side: number for side, (number, _word) in opened.items()})
    order = rules.draw_order(seed=seed, ids=[str(one.pk) for one in queries.applicants(batch)])
    numbers = {side: [number, word] for side, (number, word) in opened.items()}
    change(draw, refused=R.DRAW_DONE, numbers=numbers, seed=seed, order=list(order), drawn_at=at, drawn_by=by.id)
    record(E.DRAWN, draw.panel, by=by, at=at, seed=seed, applicants=len(order))
    return draw


@transaction.atomic
def lock(*, batch: Batch, by: Actor, at: datetime.datetime) -> None:
    """Fix members, recusals and order. From here a recused member's sheet can not exist."""
    panel = _panel(batch)
    draw = Draw.objects.filter(panel=panel).first()
    facts = {
        "undeclared": panel.members.filter(dismissed_at=None, declared_at=None).count(),
        "open_relations": queries.relations(batch).filter(decision=RelationDecision.OPEN).count(),
        "drawn": draw is not None and draw.drawn_at is not None,
        "open_applications": Application.objects.filter(batch=batch, state__in=[S.SUBMITTED, S.RETURNED]).count(),
    }
    insist(rules.refusal_to_lock(**facts, locked=panel.locked_at is not None), **facts)
    insist(rules.refusal_of_sides(members=[Side(m.side) for m in queries.members(batch)], wanted=batch.panel_sides))
    change(panel, refused=R.LOCKED, locked_at=at, locked_by=by.id)
    rows = {str(one.pk): one for one in queries.applicants(batch)}
    drawn = draw.order  # type: ignore[union-attr]  # not locked without a draw, see refusal_to_lock
    order = [*drawn, *(key for key in rows if key not in drawn)]  # passed on review after the draw: last
    places = [(i, rows[key]) for i, key in enumerate(order, start=1)]
    where = {"panel": panel, "area_path": panel.area_path}
    Slot.objects.bulk_create(Slot(**where, application=one, place=i, turn=i) for i, one in places)
    give_letters(batch)
    _bar(batch, rows.values(), at)
    move_up_to(batch=batch, to=BatchState.REVIEWING, by=by, at=at)
    record(E.LOCKED, panel, by=by, at=at, members=len(queries.members(batch)), applicants=len(places))


def give_letters(batch: Batch) -> None:
    """Letters by lot among who sits: in the order of seating, whoever saw it would read leniency as names."""
    seated = list(queries.members(batch))
    random.SystemRandom().shuffle(seated)
    for place, member in enumerate(seated):
        member.letter = LETTERS[place % len(LETTERS)]
    Panelist.objects.bulk_update(seated, ["letter"])


@transaction.atomic
def append_last(*, application: Application, by: Actor, at: datetime.datetime) -> None:
    """One passed on review after the list was locked gets the last number; what ties members to it is looked up first,
    and a tie that nobody decided keeps the file shut."""
    detect_for(application=application, by=by, at=at)
    panel = Panel.objects.filter(batch=application.batch, locked_at__isnull=False).first()
    if panel is None:
        return
    last = panel.slots.aggregate(place=Max("place"), turn=Max("turn"))
    where = {"panel": panel, "area_path": panel.area_path, "application": application}
    Slot.objects.create(**where, place=last["place"] + 1, turn=last["turn"] + 1)
    _bar(application.batch, [application], at)
    record(E.APPENDED, panel, by=by, at=at, place=last["place"] + 1)


def _bar(batch: Batch, applications: Collection[Application], at: datetime.datetime) -> None:
    people, files = {m.pk: m for m in queries.members(batch)}, {a.pk: a for a in applications}
    pairs = [(people[p], files[a]) for p, a in sorted(queries.recused_pairs(batch)) if a in files]
    bar_recused(pairs=pairs, at=at)

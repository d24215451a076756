"""What has to be put right, and the one extension of a term."""

import datetime
from collections.abc import Sequence

from django.db import IntegrityError, transaction

from sanshe.core.calendar.enums import DayKind
from sanshe.core.calendar.queries import workdays as calendar
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.core.rows.rules import another
from sanshe.core.serials.actions import next_number
from sanshe.incubation.actions.end import exit as leaving
from sanshe.incubation.actions.letters import send_to_entry
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.duty import Duty
from sanshe.incubation.enums.end.exit import ExitKind
from sanshe.incubation.enums.end.rectification import ExtensionRefusal as X
from sanshe.incubation.enums.end.rectification import ExtensionState, RectificationState
from sanshe.incubation.enums.end.rectification import RectificationEvent as E
from sanshe.incubation.enums.end.rectification import RectificationRefusal as R
from sanshe.incubation.models import Assessment, Entry, Extension, Rectification, RectificationPoint
from sanshe.incubation.queries.end import assessment as assessments
from sanshe.incubation.queries.end import exit as exits
from sanshe.incubation.queries.end import rectification as queries
from sanshe.incubation.rules.end import rectification as rules
from sanshe.incubation.rules.stay.terms import extended

S, NOT_GOOD = RectificationState, "整改没有通过复查，按协议解除。"


@transaction.atomic
def issue(
    *, assessment: Assessment, points: Sequence[str], workdays: int, by: Actor, at: datetime.datetime
) -> Rectification:
    """整改通知书: the points, and the working days to put them right."""
    entry, asked = assessment.entry, [point.strip()[:300] for point in points if point.strip()]
    facts = {"verdict_asks": queries.asks_for_it(assessment), "is_open": queries.is_open(entry)}
    insist(rules.refusal_to_issue(points=asked, workdays=workdays, **facts))
    today = shanghai.day(at)
    due = calendar().term(today, workdays, DayKind.WORKDAY)
    serial = next_number(series=f"incubation.rectification.{entry.area_path}.{today.year}")
    said = {
        "number": f"{entry.batch.centre.short_prefix}整改〔{today.year}〕{serial} 号",
        "due_on": due,
        "issued_at": at,
        "issued_by": by.id,
    }
    try:
        with transaction.atomic():
            row = Rectification.objects.create(entry=entry, assessment=assessment, area_path=entry.area_path, **said)
    except IntegrityError as error:
        raise Refused(R.OPEN_ALREADY) from error
    RectificationPoint.objects.bulk_create(
        RectificationPoint(rectification=row, no=no, text=text) for no, text in enumerate(asked, start=1)
    )
    record(E.ISSUED, row, by=by, at=at, number=row.number, due_on=due, points=asked)
    url = f"/incubation/entries/{entry.pk}/rectifications/{row.pk}/"
    values = {"number": row.number, "day": due}
    send_to_entry(entry, "incubation.rectify", values, by, at, key=f"rectify:{row.pk}", url=url)
    return row


@transaction.atomic
def answer(*, rectification: Rectification, answers: Sequence[str], by: Actor, at: datetime.datetime) -> None:
    """The organisation says, point by point, what it did."""
    points = list(rectification.points.all())
    said = [text.strip()[:600] for text in answers][: len(points)]
    insist(None if rectification.state == S.ISSUED else R.NOT_NOW)
    all_said = said if len(said) == len(points) else []
    insist(rules.refusal_to_answer(answers=all_said, due=queries.closes(rectification), at=at))
    for point, text in zip(points, said, strict=True):
        RectificationPoint.objects.filter(pk=point.pk).update(answer=text)
    move(rectification, S.ANSWERED, refused=R.NOT_NOW, answered_at=at, answered_by=by.id)
    record(E.ANSWERED, rectification, by=by, at=at, answers=said)


@transaction.atomic
def check(*, rectification: Rectification, is_good: bool, found: str, by: Actor, at: datetime.datetime) -> None:
    """Somebody else than who issued it looks. Done: back to incubation; failed: leaving is proposed."""
    another(by.id, [rectification.issued_by], Duty.ISSUER)
    facts = {"answered": rectification.state == S.ANSWERED, "due": queries.closes(rectification), "at": at}
    insist(rules.refusal_to_check(is_good=is_good, reason=found, **facts))
    to = S.DONE if is_good else S.FAILED
    move(rectification, to, refused=R.NOT_NOW, checked_at=at, checked_by=by.id, found=found[:600])
    record(E.DONE if is_good else E.FAILED, rectification, by=by, at=at, found=found[:600])
    if not is_good and not exits.is_leaving(rectification.entry):
        leaving.propose(entry=rectification.entry, kind=ExitKind.ENDED, reason=found.strip() or NOT_GOOD, by=by, at=at)


@transaction.atomic
def send_back(*, rectification: Rectification, found: str, by: Actor, at: datetime.datetime) -> None:
    """Not enough yet, and there is still time: answer again."""
    another(by.id, [rectification.issued_by], Duty.ISSUER)
    facts = {"due": queries.closes(rectification), "at": at}
    insist(rules.refusal_to_check(answered=True, is_good=False, reason=found, **facts))
    insist(R.TOO_LATE if at >= queries.closes(rectification) else None)
    move(rectification, S.ISSUED, refused=R.NOT_NOW, found=found[:600])
    record(E.SENT_BACK, rectification, by=by, at=at, found=found[:600])


@transaction.atomic
def ask_extension(*, entry: Entry, months: int, reason: str, by: Actor, at: datetime.datetime) -> Extension:
    """Ask the bureau for a longer term; once."""
    facts = {"in_incubation": entry.state == EntryState.IN_INCUBATION, "extended": not assessments.may_extend(entry)}
    term_over = shanghai.day(at) > entry.term_to
    insist(rules.refusal_to_ask_extension(months=months, reason=reason, term_over=term_over, **facts))
    days = {"old_end": entry.term_to, "new_end": extended(entry.term_to, months)}
    said = {"months": months, "reason": reason[:600], "area_path": entry.area_path, "asked_at": at, "asked_by": by.id}
    try:
        with transaction.atomic():
            row = Extension.objects.create(entry=entry, **days, **said)
    except IntegrityError as error:
        raise Refused(X.ONLY_ONCE) from error
    record(E.EXTENSION_ASKED, row, by=by, at=at, months=months, term_to=row.new_end, reason=row.reason)
    return row


@transaction.atomic
def decide_extension(*, extension: Extension, agrees: bool, by: Actor, at: datetime.datetime) -> None:
    """The bureau agrees: the term ends later, once; or it does not."""
    another(by.id, [extension.asked_by], Duty.ASKER)
    to = ExtensionState.APPROVED if agrees else ExtensionState.REFUSED
    move(extension, to, refused=X.NOT_NOW, decided_at=at, decided_by=by.id)
    if not agrees:
        return record(E.EXTENSION_REFUSED, extension, by=by, at=at)
    entry = extension.entry
    insist(None if entry.state == EntryState.IN_INCUBATION else X.NOT_IN_INCUBATION)
    change(entry, refused=X.NOT_NOW, term_to=extension.new_end)
    record(E.EXTENSION_APPROVED, extension, by=by, at=at, term_to=extension.new_end)
    url, values = f"/incubation/entries/{entry.pk}/graduation/", {"day": extension.new_end}
    send_to_entry(entry, "incubation.extended", values, by, at, key=f"extension:{extension.pk}", url=url)
    return None

"""Writing sheets: saved as typed without a record, sealed once with one, corrected by three people."""

import datetime
import secrets
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from sanshe.core.kit.access import Actor
from sanshe.core.kit.digest import fingerprint
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.rows.actions import change, move, record
from sanshe.incubation.actions.panel.screens import tick
from sanshe.incubation.enums.panel.score import E, R, SheetState
from sanshe.incubation.models.panel.score import Sheet, SheetClash
from sanshe.incubation.rules.panel import score as rules


@transaction.atomic
def bar_recused(*, pairs: Iterable[tuple[Any, Any]], at: datetime.datetime) -> None:
    """Take the place of every sheet that must never exist, by (panelist, application) rows, when the list is locked."""
    rows = [
        Sheet(**_owner(panelist, application), state=SheetState.RECUSED, saved_at=at) for panelist, application in pairs
    ]
    Sheet.objects.bulk_create(rows)


@transaction.atomic
def unbar(*, panelist: Any, application_id: UUID) -> None:
    """The sheet may be after all: what tied the member to an applicant who passed late was found to be no conflict."""
    Sheet.objects.filter(panelist=panelist, application_id=application_id, state=SheetState.RECUSED).delete()
    tick(panel_id=panelist.panel_id, is_turn=True)


def _owner(panelist: Any, application: Any) -> dict[str, Any]:
    where = {"batch_id": application.batch_id, "area_path": application.area_path}
    return {**where, "panelist_id": panelist.pk, "application_id": application.pk}


@transaction.atomic
def save_sheet(
    *,
    sheet_id: UUID,
    panelist: Any,
    application: Any,
    marks: rules.Marks,
    comment: str,
    points: rules.Points,
    noted_at: datetime.datetime | None,
    at: datetime.datetime,
    device: str = "",
    base: int | None = None,
) -> Sheet:
    """Keep a sheet as typed, half or whole, under the id the device gave it. No record is made.

    `base` is the version this device has seen; another device's words are not typed over unseen.
    """
    sheet, is_new = _sheet_of(sheet_id, panelist, application, at)
    insist(rules.refusal_to_save(state=SheetState(sheet.state), marks=marks, points=points))
    seen = {"base": None if is_new else base, "version": sheet.version}
    is_same = {"is_same_device": bool(device) and device == sheet.device}
    is_same["is_same_content"] = (sheet.marks, sheet.comment) == (_written(marks), comment)
    insist(rules.refusal_to_type_over(**seen, **is_same))
    typed = {"marks": _written(marks), "comment": comment, "saved_at": at, "noted_at": noted_at, "device": device}
    change(sheet, refused=R.STALE, **typed)
    return sheet


@transaction.atomic
def seal_sheet(
    *,
    sheet_id: UUID,
    panelist: Any,
    application: Any,
    marks: rules.Marks,
    comment: str,
    points: rules.Points,
    noted_at: datetime.datetime | None,
    by: Actor,
    at: datetime.datetime,
    device: str = "",
    base: int | None = None,
) -> Sheet:
    """Seal once. The same sheet delivered again gets the seal it has; another content is refused (`keep_clash`).

    A seal stands over a draft of another device; what that draft said is kept beside it when it was not seen here.
    """
    sheet, is_new = _sheet_of(sheet_id, panelist, application, at)
    if sheet.state == SheetState.SEALED:
        return _same_or_refused(sheet, marks, comment)
    is_unseen = not is_new and base is not None and base != sheet.version and device != sheet.device
    unseen = {"marks": sheet.marks, "comment": sheet.comment} if is_unseen else None
    refused = rules.refusal_to_seal(state=SheetState(sheet.state), marks=marks, points=points)
    insist(refused, left=len(rules.not_scored(marks)))
    nonce = secrets.token_hex(16)
    ids = {"sheet": sheet.pk, "application": application.pk, "panelist": panelist.pk}
    seal = rules.sheet_hash(**ids, marks=marks, comment=comment, nonce=nonce)
    said = {"marks": _written(marks), "comment": comment, "total": rules.total(marks), "nonce": nonce}
    when = {"sealed_at": at, "saved_at": at, "noted_at": noted_at, "device": device}
    move(sheet, SheetState.SEALED, refused=R.STALE, **said, **when, seal_hash=seal)
    if unseen and unseen != {key: said[key] for key in unseen}:
        _keep_beside(sheet, unseen, by, at)
    record(E.SEALED, sheet, by=by, at=at, seal=seal, noted_at=noted_at and noted_at.isoformat())
    tick(panel_id=panelist.panel_id, is_turn=False)
    return sheet


@transaction.atomic
def keep_clash(
    *, panelist: Any, application: Any, marks: rules.Marks, comment: str, by: Actor, at: datetime.datetime
) -> None:
    """Keep what arrived for a sealed sheet and said something else; once for each content."""
    sheet = Sheet.objects.get(panelist_id=panelist.pk, application_id=application.pk)
    if (sheet.marks, sheet.comment) != (_written(marks), comment):
        _keep_beside(sheet, {"marks": _written(marks), "comment": comment}, by, at)


def _keep_beside(sheet: Sheet, sent: dict[str, Any], by: Actor, at: datetime.datetime) -> None:
    sent_hash = fingerprint(sent)
    _, is_new = SheetClash.objects.get_or_create(
        sheet=sheet, sent_hash=sent_hash, defaults={"sent": sent, "received_at": at}
    )
    if is_new:
        record(E.CLASHED, sheet, by=by, at=at, sent=sent_hash)


def _sheet_of(sheet_id: UUID, panelist: Any, application: Any, at: datetime.datetime) -> tuple[Sheet, bool]:
    """The one row of this panelist and applicant, and whether it was made now.

    Two devices that opened an empty pad bring two ids: the first one's is the sheet's, the second meets its row.
    """
    mine = Sheet.objects.filter(panelist_id=panelist.pk, application_id=application.pk)
    sheet, is_new = mine.first(), False
    if sheet is None:
        try:
            with transaction.atomic():
                sheet, is_new = Sheet.objects.create(id=sheet_id, **_owner(panelist, application), saved_at=at), True
        except IntegrityError as error:  # another device was faster, or the id is somebody else's sheet
            sheet = mine.first()
            if sheet is None:
                raise Refused(R.SECOND_SHEET) from error
    if sheet.state == SheetState.RECUSED:
        raise Refused(R.RECUSED)
    return sheet, is_new


def _same_or_refused(sheet: Sheet, marks: rules.Marks, comment: str) -> Sheet:
    if (sheet.marks, sheet.comment) != (_written(marks), comment):
        raise Refused(R.OTHER_CONTENT)
    return sheet


def _written(marks: rules.Marks) -> dict[str, int | None]:
    return {str(no): marks[no] for no in sorted(marks)}

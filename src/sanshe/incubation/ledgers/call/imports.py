"""Paper applications from a sheet: every row leans on a line in the desk's book and is judged before it enters."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.text import format_lazy

from sanshe.core.imports.queries import IMPORTERS
from sanshe.core.imports.types import Fault, Field, ImportedRow, Importer, RowVerdict, Went
from sanshe.core.kit import same
from sanshe.core.kit.access import Actor
from sanshe.core.kit.asked import whole
from sanshe.core.parties.rules import code_fault, tidied
from sanshe.core.ui.queries import say
from sanshe.incubation.actions.call import receipt as actions
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import Application, Batch, DeskReceipt
from sanshe.incubation.phrases.call import application as words
from sanshe.incubation.phrases.call import imports as texts
from sanshe.incubation.queries.call.application import doubles_of
from sanshe.incubation.queries.call.batch import batch_kept, batch_meant
from sanshe.incubation.rules.call.application import BY_CODE, refusal_of_value, wrong

KINDS = {str(label): code for code, label in words.REGISTRATIONS.items()}
FITS = {"credit_code": lambda cell: code_fault(tidied(cell)) is None}
FITS |= dict.fromkeys(("contact_phone", "head_phone"), same.is_phone)
REQUIRED = ("name", "registration", "contact_name", "contact_phone")


def _fields() -> tuple[Field, ...]:
    receipt = Field("receipt", texts.RECEIPT, aliases=("收件号",), required=True, note=texts.RECEIPT_NOTE)
    spots = (
        Field(spot.code, words.LABELS[spot.code], aliases=texts.ALIASES.get(spot.code, ()),
              required=spot.code in REQUIRED, is_personal=spot.is_personal, is_name=spot.code == "name",
              note=texts.NOTES.get(spot.code) or format_lazy(texts.MOST, most=spot.most), fits=FITS.get(spot.code))
        for spot in BY_CODE.values() if spot.code != "truthful"
    )  # fmt: skip
    return (receipt, *spots)


def settle(actor: Actor, context: Mapping[str, str]) -> Mapping[str, str] | None:
    """The batch an address or a command means, by key or number, among those this person may import into."""
    found = batch_meant(actor, P.APPLICATION_IMPORT, context.get("batch", ""))
    return None if found is None else {"batch": str(found.pk)}


def batch_of(context: Mapping[str, str]) -> Batch:
    """The batch a run is about; a missing page when it is not there."""
    found = batch_kept(context.get("batch", ""))
    if found is None:
        raise Http404
    return found


def values_of(row: ImportedRow) -> dict[str, str]:
    """The row as the form's fields; the kind in words becomes its code."""
    values = {code: row[code].strip() for code in BY_CODE if row[code].strip()}
    values["registration"] = KINDS.get(row["registration"].strip(), row["registration"].strip())
    values["credit_code"] = tidied(row["credit_code"])
    return {**values, "truthful": "yes"}


def check(rows: Sequence[ImportedRow]) -> list[RowVerdict]:
    """What is wrong with each row, field by field."""
    batch, values = batch_of(rows[0].context), [values_of(row) for row in rows]
    pairs = [(one.get("name", ""), one["credit_code"]) for one in values]
    doubles, receipts = doubles_of(batch, pairs), _receipts(batch, rows)
    return [
        _verdict(row, one, doubles.get(pair), receipts.get(_no(row)))
        for row, one, pair in zip(rows, values, pairs, strict=True)
    ]


def _verdict(
    row: ImportedRow, values: dict[str, str], double: Application | None, receipt: DeskReceipt | None
) -> RowVerdict:
    """A row without a name can only be left out."""
    if not row["name"].strip():
        return RowVerdict((Fault("name", texts.NO_NAME),), skip=True)
    if double:
        return RowVerdict(duplicate_of=double.number, duplicate_url=reverse("incubation:application", args=[double.pk]))
    return RowVerdict((*_faults(values), *_receipt_faults(receipt)))


def _faults(values: dict[str, str]) -> list[Fault]:
    found = [Fault(code, say(fault, {})) for code, text in values.items() if (fault := refusal_of_value(code, text))]
    if values["registration"] not in words.REGISTRATIONS:
        found.append(Fault("registration", texts.KIND_WRONG))
    if values["registration"] == "registered" and (bad := code_fault(values["credit_code"])):
        found.append(Fault("credit_code", say(bad.code, bad.facts)))
    return [*found, *(Fault(code, say(fault, {})) for code, fault in wrong(values).items())]


def _receipt_faults(receipt: DeskReceipt | None) -> list[Fault]:
    if receipt is None:
        return [Fault("receipt", texts.NO_RECEIPT)]
    if receipt.application_id:
        return [Fault("receipt", texts.RECEIPT_USED)]
    missing = receipt.scan is None or receipt.witnessed_by is None
    return [Fault("receipt", texts.RECEIPT_BARE)] if missing else []


def _no(row: ImportedRow) -> int:
    return whole(row["receipt"].strip()) or 0


def _receipts(batch: Batch, rows: Sequence[ImportedRow]) -> dict[int, DeskReceipt]:
    """The lines of the desk's book that rows name."""
    return {one.no: one for one in batch.receipts.filter(no__in={_no(row) for row in rows})}


def apply(rows: Sequence[ImportedRow], by: Actor, at: datetime) -> list[Went]:
    """Enter the good rows in the order of the file, each on its receipt."""
    went, receipts = [], _receipts(batch_of(rows[0].context), rows)
    for row in rows:
        receipt = receipts[_no(row)]
        made = actions.enter_from_desk(receipt=receipt, values=values_of(row), by=by, at=at)
        went.append(Went(made.number, reverse("incubation:application", args=[made.pk])))
    return went


def papers(context: Mapping[str, str]) -> list[tuple[Any, str]]:
    """承诺页, which each applicant on paper signs."""
    return [(texts.UNDERTAKING, reverse("incubation:undertaking", args=[batch_of(context).pk, "pdf"]))]


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    said: dict[str, Any] = {"title": texts.TITLE, "needs": P.APPLICATION_IMPORT, "fields": _fields(), "check": check}
    how = {"apply": apply, "same": lambda row: tidied(row["credit_code"]) or same.name(row["name"]) or None}
    where = {"back": lambda context: reverse("incubation:batch", args=[batch_of(context).pk])}
    place = {
        "area_path": lambda context: batch_of(context).area_path,
        "describe": lambda context: batch_of(context).name,
        "papers": papers,
    }
    one = Importer(code="incubation.applications", context=("batch",), settle=settle, **said, **how, **where, **place)
    IMPORTERS.add(one.code, one)

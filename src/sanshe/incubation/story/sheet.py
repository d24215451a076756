"""The sheet of the last day as the desk typed it: ten good rows, two to mend, one without a name, two said twice."""

from django.utils.translation import gettext_lazy as _

from sanshe.core.kit.story import Sheet
from sanshe.incubation.models import DeskReceipt
from sanshe.incubation.phrases.call.application import LABELS, REGISTRATIONS
from sanshe.incubation.phrases.call.imports import RECEIPT
from sanshe.incubation.rules.call.application import BY_CODE
from sanshe.incubation.story.applications import received_order, values_of

SPOILT = {4: ("contact_phone", "138"), 9: ("registration", "登记")}  # row -> what is wrong in it
TWICE, NAMELESS = {7: 14, 11: 33}, 12  # rows that say again what another application says; the row without a name
CODES = [code for code in BY_CODE if code != "truthful"]


def paper_sheet() -> list[list[str]]:
    """A head and fifteen rows of text; each row leans on its line in the desk's book."""
    serials = iter(range(29, 41))
    order = [TWICE.get(row) or (0 if row == NAMELESS else next(serials)) for row in range(1, 16)]
    receipts = dict(DeskReceipt.objects.order_by("-no").values_list("name", "no"))
    head = [str(RECEIPT), *(str(LABELS[code]) for code in CODES)]
    return [head, *(_row(row, serial, receipts) for row, serial in enumerate(order, start=1))]


def _row(row: int, serial: int, receipts: dict[str, int]) -> list[str]:
    if not serial:
        return [str(receipts.get("（没写名称）", "")), *("" for _code in CODES)]
    name = received_order()[serial - 1]
    values = values_of(name, serial)
    values["registration"] = str(REGISTRATIONS[values["registration"]])
    values |= dict([SPOILT[row]] if row in SPOILT else [])
    return [str(receipts.get(name, "")), *(values.get(code, "") for code in CODES)]


SHEETS = {
    "incubation.applications": Sheet(
        line=_("中心收的 15 份纸质申请，已经打成一张表：两行要改，一行没名称，两行重复。"),
        file="paper-applications.csv",
        rows=paper_sheet,
    )
}

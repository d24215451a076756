"""The ledger of applications and the counted figures."""

from collections.abc import Mapping
from typing import Any

from sanshe.core.figures.queries import INDICATORS
from sanshe.core.figures.types import Indicator
from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.rows.queries import within
from sanshe.core.search.queries import KINDS
from sanshe.core.search.types import SearchKind
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.agreement import AgreementState
from sanshe.incubation.enums.call.application import ApplicationState as S
from sanshe.incubation.models import Agreement, Application
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.phrases.call import application as words
from sanshe.incubation.queries import search as found


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    """Only what the columns show: what was filled in, people among it, is neither read nor decrypted for a list."""
    found = Application.objects.filter(serial__isnull=False).exclude(state=S.DRAFT)
    if filters.get("gate") == "screened_in":
        found = found.filter(state__in=S.screened_in())
    return found.values_list(*SHOWN, named=True)


SHOWN = (
    "pk",
    "number",
    "name",
    "batch__name",
    "registration",
    "field",
    "channel",
    "submitted_at",
    "state",
    "batch_id",
    "serial",
)


LEDGER = Ledger(
    code="incubation.applications",
    title=heads.APPLICATIONS,
    needs=P.APPLICATION_READ,
    columns=(
        Column("number", heads.NUMBER),
        Column("name", heads.NAME, link=True, width=28),
        Column("batch", heads.BATCH, lambda row: row.batch__name, width=20),
        Column("registration", heads.REGISTRATION, lambda row: words.REGISTRATIONS.get(row.registration, "")),
        Column("field", heads.FIELD),
        Column("channel", heads.CHANNEL, lambda row: words.CHANNELS[row.channel]),
        Column("submitted_at", heads.RECEIVED, kind="datetime", width=18),
        Column("state", heads.STATE, lambda row: (words.PILLS[row.state], words.STATES[row.state]), kind="pill"),
    ),
    rows=_rows,
    filters=(
        Filter("state", heads.STATE, options=tuple(words.STATES.items()), field="state"),
        Filter("gate", heads.GATE, options=(("screened_in", heads.INDICATORS["screened_in"]),)),
        Filter("registration", heads.REGISTRATION, options=tuple(words.REGISTRATIONS.items()), field="registration"),
        Filter("words", heads.NAME, kind="text", field="name"),
    ),
    key=("batch_id", "serial"),  # not by number: as text 03-1000 comes before 03-101
    link=lambda row: f"/incubation/applications/{row.pk}/",
    seal="孵",
)


def received(path: str) -> int:
    return Application.objects.filter(within([path]), serial__isnull=False).count()


def signed(path: str) -> int:
    return Agreement.objects.filter(within([path]), state=AgreementState.SIGNED).count()


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
    KINDS.add(found.APPLICATION, SearchKind(words.FOUND, "孵", found.applications, found.application_entries, order=15))
    papers = {"needs": P.BATCH_READ, "recount": received, "ledger": LEDGER.code, "unit": heads.UNIT_PAPERS}
    _indicate("received", **papers)
    filters = {"state": AgreementState.SIGNED}
    homes = {"needs": P.AGREEMENT_READ, "recount": signed, "unit": heads.UNIT_HOMES, "filters": filters}
    _indicate("signed", ledger="incubation.agreements", **homes)


def _indicate(name: str, **said: Any) -> None:
    code = f"incubation.{name}"
    INDICATORS.add(code, Indicator(code=code, label=heads.INDICATORS[name], counter=code, **said))

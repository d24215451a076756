"""A ledger on its way out: the lines above it, and the ledger as a paper."""

from collections.abc import Mapping
from datetime import datetime
from itertools import islice
from typing import Any

from django.utils.translation import gettext as _

from sanshe.core.kit.access import Actor
from sanshe.core.kit.areas import area_name
from sanshe.core.kit.refused import insist
from sanshe.core.ledgers import rules
from sanshe.core.ledgers.enums import Kind, R
from sanshe.core.ledgers.queries.lists import export_rows, listing
from sanshe.core.ledgers.types import Ledger
from sanshe.core.papers.types import Doc, Para, Table

MOST_ON_PAPER = 2000


def head_of(ledger: Ledger, actor: Actor, filters: Mapping[str, Any], at: datetime) -> list[str]:
    """The lines above an export: title; areas, filters and the time of its figures."""
    paths = sorted({path for code in ledger.codes for path in actor.paths(code)})
    areas = "、".join(area_name(path) or _("全部") for path in paths)
    said = "，".join(f"{label} {value}" for label, value in listing(ledger, actor, filters)) or _("全部")
    line = _("区域：{area}　筛选：{filters}　数字截至 {at}")
    return [str(ledger.title), line.format(area=areas, filters=said, at=rules.text_of(at))]


def paper_of(ledger: Ledger, actor: Actor, filters: Mapping[str, Any], at: datetime) -> Doc:
    """The ledger as a paper; refused beyond 2,000 rows, which nobody prints."""
    rows = list(islice(export_rows(ledger, actor, filters), MOST_ON_PAPER + 1))
    insist(R.TOO_LONG_FOR_PAPER if len(rows) > MOST_ON_PAPER else None, most=MOST_ON_PAPER)
    title, note = head_of(ledger, actor, filters, at)
    columns = ledger.columns
    body = tuple(tuple(rules.shown(v, c.kind) for v, c in zip(row, columns, strict=True)) for row in rows)
    numeric = tuple(place for place, c in enumerate(columns) if c.kind in (Kind.INT, Kind.MONEY))
    table = Table(tuple(str(c.label) for c in columns), body, tuple(c.width for c in columns), numeric)
    return Doc(title, blocks=(Para(note, "note"), table), style="plain", landscape=len(columns) > 5)

"""A small app to declare ledgers, an importer and a template for: its rows are the house's own beats and counters."""

from sanshe.core.figures.models import Counter
from sanshe.core.imports.queries import IMPORTERS
from sanshe.core.imports.types import Fault, Field, Importer, RowVerdict, Went
from sanshe.core.jobs.models import Beat
from sanshe.core.ledgers.enums import Kind
from sanshe.core.ledgers.queries import LEDGERS
from sanshe.core.ledgers.types import Column, Filter, Ledger
from sanshe.core.papers.queries import TEMPLATES
from sanshe.core.papers.types import Doc, NameList, Para, Run

NEEDS = "test.read"
APPLIED: list[dict[str, str]] = []

COUNTERS = Ledger(
    code="test.counters",
    title="计数台账",
    needs=NEEDS,
    columns=(
        Column("key", "名称"),
        Column("area_path", "区域"),
        Column("n", "公斤", kind=Kind.INT),
        Column("state", "状态", value=lambda row: ("due", "=再去") if row.n else ("done", "已查"), kind=Kind.PILL),
    ),
    rows=lambda actor, filters: Counter.objects.all(),
    filters=(
        Filter("key", "名称", "text", field="key"),
        Filter("n", "数", "choice", options=(("0", "没有"), ("5", "五个")), field="n"),
        Filter("area", "区域", "area", field="area_path"),
    ),
    key=("-n", "key"),
    link=lambda row: f"/counter/{row.pk}/",
)
BEATS = Ledger(
    code="test.beats",
    title="心跳",
    needs=NEEDS,
    columns=(Column("name", "名称"), Column("seen_at", "时间", kind=Kind.DATETIME)),
    rows=lambda actor, filters: Beat.objects.all(),
    filters=(Filter("seen", "时间", "dates", field="seen_at"),),
    key=("-seen_at", "name"),
    scope="",
)


def check(rows):
    return [verdict(row) for row in rows]


def verdict(row):
    if not row["name"]:
        return RowVerdict((Fault("name", "没有名称"),), skip=True)
    if row["name"] == "已有社":
        return RowVerdict(duplicate_of="03-014", duplicate_url="/old/")
    short = len(row["phone"]) != 11
    return RowVerdict((Fault("phone", "手机号要 11 位"),) if short else ())


def apply(rows, by, at):
    APPLIED.extend(dict(row.values) for row in rows)
    return [Went(f"03-{29 + place:03}", f"/new/{place}/") for place, row in enumerate(rows)]


IMPORTER = Importer(
    code="test.import",
    title="导入申请",
    needs=NEEDS,
    fields=(
        Field("name", "组织名称", aliases=("名称",), required=True, is_name=True),
        Field("phone", "联系电话", aliases=("电话",), required=True, is_personal=True),
        Field("about", "做什么"),
    ),
    check=check,
    apply=apply,
    same=lambda row: row["name"] or None,
    context=("batch",),
    area_path=lambda context: "140213",
)
PAPER = {
    "title": "孵化协议",
    "blanks": {"name": "乙方", "from": "起", "list": "名单"},
    "tree": Doc(
        title="孵化协议",
        style="plain",
        blocks=(
            Para("乙方：{name}，自 {from} 起。"),
            Para((Run("第一条", bold=True), " 期限一年。")),
            NameList(("{list}",)),
        ),
    ),
}


def declare():
    """Add what stands above to the registries that it is not in yet."""
    LEDGERS.add(COUNTERS.code, COUNTERS)
    LEDGERS.add(BEATS.code, BEATS)
    IMPORTERS.add(IMPORTER.code, IMPORTER)
    TEMPLATES.add("test.paper", PAPER)

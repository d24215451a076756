"""The ledger of agreements, and the agreement's text as it comes with the app."""

from collections.abc import Mapping
from typing import Any

from sanshe.core.kit.access import Actor
from sanshe.core.ledgers.queries import LEDGERS, TEMPLATES
from sanshe.core.ledgers.types import Box, Column, Doc, Filter, Heading, Ledger, Para, Signature
from sanshe.core.search.queries import KINDS
from sanshe.core.search.types import SearchKind
from sanshe.incubation.enums.access import P
from sanshe.incubation.models import Agreement
from sanshe.incubation.phrases import agreement as words
from sanshe.incubation.phrases import ledgers as heads
from sanshe.incubation.queries import finding as found
from sanshe.incubation.queries.papers import CODE

TEXT = Doc(
    "社会组织孵化协议",
    "{number}",
    (
        Para("甲方：{party_a}，统一社会信用代码 {party_a_code}", "plain"),
        Para("乙方：{party_b}，代码或备案号 {party_b_code}", "plain"),
        Para("甲方承办{centre}，乙方入选{batch}。双方约定如下。"),
        Heading("一、孵化期"), Para("孵化期 {months} 个月，{term}。"),
        Heading("二、甲方提供"), Para("工位 {desks} 个；培训 {sessions} 次；督导 {hours} 小时；登记辅导和财务辅导。都不收费。"),
        Heading("三、乙方做的事"), Para("{concept}"),
        Para("乙方在签约后 10 个工作日内交孵化计划，每季度报一次进展；收到退驻通知后 15 个工作日内交还场地。"),
        Heading("四、评估"), Para("期中评估一次；期满前评估内部治理、服务开展、财务管理，出壳前须完成登记或备案。"),
        Signature(boxes=(Box("甲方", ("盖章、签字", "日期")), Box("乙方", ("盖章、签字", "日期"))), style="boxes"),
    ),
    style="plain",
)  # fmt: skip


def _rows(actor: Actor, filters: Mapping[str, Any]) -> Any:
    return Agreement.objects.select_related("place__application", "place__batch")


LEDGER = Ledger(
    code="incubation.agreements",
    title=heads.AGREEMENTS,
    needs=P.AGREEMENT_READ,
    columns=(
        Column("number", heads.NUMBER, link=True, width=22),
        Column("name", heads.NAME, lambda row: row.place.application.name, width=28),
        Column("batch", heads.BATCH, lambda row: row.place.batch.name, width=20),
        Column("state", heads.STATE, lambda row: words.STATES[row.state]),
        Column("term_from", heads.FROM, kind="date"),
        Column("term_to", heads.TO, kind="date"),
        Column("signed_at", heads.SIGNED, kind="datetime", width=18),
    ),
    rows=_rows,
    filters=(Filter("state", heads.STATE, options=tuple(words.STATES.items()), field="state"),),
    key=("number",),
    link=lambda row: f"/incubation/agreements/{row.pk}/",
    seal="孵",
)


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    LEDGERS.add(LEDGER.code, LEDGER)
    KINDS.add(found.AGREEMENT, SearchKind(words.FOUND, "示", found.agreements, found.agreement_entries, order=20))
    TEMPLATES.add(CODE, {**words.TEMPLATE, "tree": TEXT})

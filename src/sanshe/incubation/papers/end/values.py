"""The papers from the mid-term assessment to leaving: templates that are data, their blanks filled from the rows."""

import datetime
from typing import Any

from sanshe.core.accounts.queries import names_of
from sanshe.core.codes.queries import address_of, newest
from sanshe.core.codes.rules import grouped
from sanshe.core.kit import shanghai
from sanshe.core.papers.queries import fill
from sanshe.core.papers.types import Doc
from sanshe.incubation.enums.end.assessment import SUMMARY
from sanshe.incubation.models import Assessment, Entry, Exit, Graduation, Rectification
from sanshe.incubation.phrases.end import assessment as words
from sanshe.incubation.phrases.end import exit as exit_words
from sanshe.incubation.queries.end import assessment as assessments
from sanshe.incubation.queries.end import graduation as graduations
from sanshe.incubation.rules.decision.tabulation import two_places

SELF, MIDTERM, FINAL = "incubation.self_report", "incubation.midterm", "incubation.final"
RECTIFY, CERTIFICATE, LEAVE = "incubation.rectify", "incubation.certificate", "incubation.leave"


def day(date: datetime.date | None) -> str:
    """With room to write it by hand while it is not known."""
    return shanghai.long(date) if date else "    年  月  日"


def _of(entry: Entry) -> dict[str, Any]:
    centre = entry.batch.centre.name
    return {"name": entry.organisation.name, "batch": entry.batch.name, "centre": centre}


def _term(entry: Entry) -> str:
    return f"{day(entry.entered_on)}至{day(entry.term_to)}"


def _on(moment: datetime.datetime | None) -> str:
    return day(shanghai.day(moment) if moment else None)


def self_doc(row: Assessment) -> Doc:
    """中期自评表, or the same for graduation: what the organisation says of itself."""
    return fill(SELF, self_values(row))


def self_values(row: Assessment) -> dict[str, Any]:
    lines = assessments.lines(row.batch, row.kind)
    rows = [[line.dimension, line.name, row.answers.get(line.code, "")] for line in lines]
    said = {"term": _term(row.entry), "rows": rows, "summary": row.answers.get(SUMMARY, "")}
    return {**_of(row.entry), **said, "day": _on(row.reported_at)}


def assessment_doc(row: Assessment) -> Doc:
    """中期评估表 or 出壳评估表; marks are the assessors' mean, two places."""
    return fill(MIDTERM if row.kind == "midterm" else FINAL, assessment_values(row))


def assessment_values(row: Assessment) -> dict[str, Any]:
    found, lines = assessments.score_of(row), assessments.lines(row.batch, row.kind)
    means = {no: two_places(mean) for no, mean in found.means.items()} if found else {}
    rows = [[line.dimension, line.name, str(line.points), means.get(line.no, "")] for line in lines]
    papers = "；".join(f"{one.name}：{words.PAPERS[one.state]}" for one in assessments.papers(row))
    people = names_of({one.person for one in assessments.assessors(row)})
    said = {"term": _term(row.entry), "rows": rows, "papers": papers, "record": row.record or "还没有面谈。"}
    said |= {"total": two_places(found.total) if found else "", "assessors": "、".join(sorted(people.values()))}
    verdict = str(words.VERDICTS[row.verdict]) if row.state == "decided" else "还没有结论"
    said |= {"verdict": verdict, "reason": row.reason, "day": _on(row.decided_at)}
    return {**_of(row.entry), **said}


def rectification_doc(row: Rectification) -> Doc:
    return fill(RECTIFY, rectification_values(row))


def rectification_values(row: Rectification) -> dict[str, Any]:
    points = [[str(point.no), point.text] for point in row.points.all()]
    said = {"number": row.number, "points": points, "due": day(row.due_on), "day": _on(row.issued_at)}
    return {**_of(row.entry), **said}


def certificate_doc(row: Graduation) -> Doc:
    """出壳证书 with what was recorded when it was approved."""
    return fill(CERTIFICATE, certificate_values(row))


def certificate_values(row: Graduation) -> dict[str, Any]:
    kept = row.content
    days = {name: day(datetime.date.fromisoformat(kept[name])) for name in ("from", "day")}
    code = newest(graduations.KIND, row.pk)
    scan = {"scan": address_of(code), "code": grouped(code.token)} if code else {"scan": "", "code": ""}
    return {**kept, **days, **scan, "to": day(row.entry.term_to)}


def leaving_doc(row: Exit) -> Doc:
    return fill(LEAVE, leaving_values(row))


def leaving_values(row: Exit) -> dict[str, Any]:
    lines = [[line.part, line.item] for line in row.lines.all()]
    said = {"number": row.number or "", "kind": exit_words.NAMES[row.kind], "reason": row.reason, "lines": lines}
    return {**_of(row.entry), **said, "due": day(row.due_on), "day": _on(row.noticed_at)}

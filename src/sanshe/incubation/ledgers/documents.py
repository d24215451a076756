"""The kinds of papers of a batch, up to the signatures: what they are made of, who may make them, their texts."""

from typing import Any

from django.urls import reverse

from sanshe.core.papers.queries import CASES, DOCUMENTS, TEMPLATES
from sanshe.core.papers.rules import blanks_in, to_json
from sanshe.core.papers.types import Case, Doc, Document
from sanshe.incubation.enums.access import P
from sanshe.incubation.papers.agreement import texts as agreement
from sanshe.incubation.papers.agreement import values as r
from sanshe.incubation.papers.call import texts as call
from sanshe.incubation.papers.call import values as c
from sanshe.incubation.papers.end import choices as e
from sanshe.incubation.papers.end import texts as end
from sanshe.incubation.papers.end import values as g
from sanshe.incubation.papers.panel import texts as panel
from sanshe.incubation.papers.panel import values as p
from sanshe.incubation.papers.screening import texts as screening
from sanshe.incubation.papers.screening import values as a
from sanshe.incubation.papers.stay import texts as stay
from sanshe.incubation.papers.stay import values as s
from sanshe.incubation.phrases import documents as words
from sanshe.incubation.queries.call.batch import any_batch, batch_for

TEXTS = {**call.TEXTS, **screening.TEXTS, **panel.TEXTS, **agreement.TEXTS, **stay.TEXTS}
CASE = "incubation.batch"
SCREEN = (P.SCREENING_JUDGE, P.SCREENING_REVIEW)
TABULATE = (P.TABULATION_RUN, P.DECISION_APPROVE)
DECIDE = (P.DECISION_RECORD, P.DECISION_APPROVE)
PUBLISH = (P.PUBLICATION_PUBLISH, P.PUBLICATION_APPROVE)
ASSESS = (P.ASSESSMENT_MANAGE, P.ASSESSMENT_DECIDE)
GRADUATE = (P.GRADUATION_PROPOSE, P.GRADUATION_APPROVE)
MAKING: dict[str, dict[str, Any]] = {
    "call": {
        "needs": (P.CALL_DRAFT, P.CALL_APPROVE),
        "items": c.calls,
        "values": c.call_values,
        "version": c.call_version,
    },
    "amendment": {"needs": (P.CALL_DRAFT, P.CALL_APPROVE), "items": c.amendments, "values": c.amendment_values},
    "form_registered": {"needs": SCREEN, "items": a.registered, "values": a.form_values, "shut": a.shut_applications},
    "form_forming": {"needs": SCREEN, "items": a.forming, "values": a.form_values, "shut": a.shut_applications},
    "not_accepted": {"needs": SCREEN, "items": a.late, "values": a.late_values},
    "eligibility": {"needs": SCREEN, "items": a.judged, "values": a.judged_values, "shut": a.shut_applications},
    "correction": {"needs": SCREEN, "items": a.returned, "values": a.returned_values, "shut": a.shut_returns},
    "refusal": {"needs": SCREEN, "items": a.refused, "values": a.refused_values, "shut": a.shut_applications},
    "declaration": {
        "needs": P.PANEL_MANAGE,
        "items": p.declared,
        "values": p.declared_values,
        "shut": p.shut_declarations,
    },
    "order": {"needs": P.PANEL_MANAGE, "items": p.orders, "values": p.order_values},
    "score_sheet": {"needs": TABULATE, "items": p.sheets, "values": p.sheet_values, "shut": p.shut_sheets},
    "summary": {"needs": TABULATE, "items": p.summaries, "values": p.summary_values, "shut": p.shut_summary},
    "minutes": {"needs": DECIDE, "items": p.meetings, "values": p.minutes_values, "shut": p.shut_summary},
    "notice": {"needs": PUBLISH, "items": c.lists, "tree": c.list_doc},
    "selected": {"needs": PUBLISH, "items": r.selected, "values": r.place_values, "shut": r.shut_places},
    "reserve_letter": {"needs": PUBLISH, "items": r.reserve, "values": r.place_values, "shut": r.shut_places},
    "not_selected": {"needs": PUBLISH, "items": r.not_selected, "values": r.place_values, "shut": r.shut_places},
    "plan": {"needs": P.PLAN_JUDGE, "items": s.plans, "values": s.plan_values},
    "sign_sheet": {"needs": P.TRAINING_MANAGE, "items": s.trainings, "values": s.sheet_values},
    "supervision_record": {"needs": P.SUPERVISION_RECORD, "items": s.supervised, "values": s.record_values},
    "quarterly_report": {"needs": P.REPORT_JUDGE, "items": s.reports, "values": s.report_values},
    "self_report": {
        "needs": ASSESS,
        "items": e.self_reports,
        "values": e.of_row(g.self_values),
        "shut": e.shut_assessments,
    },
    "midterm": {
        "needs": ASSESS,
        "items": e.midterms,
        "values": e.of_row(g.assessment_values),
        "shut": e.shut_assessments,
    },
    "final": {"needs": ASSESS, "items": e.finals, "values": e.of_row(g.assessment_values), "shut": e.shut_assessments},
    "rectify": {
        "needs": ASSESS,
        "items": e.rectifications,
        "values": e.of_row(g.rectification_values),
        "shut": e.shut_rectifications,
    },
    "certificate": {"needs": GRADUATE, "items": e.certificates, "values": e.of_row(g.certificate_values)},
    "leave": {"needs": (P.EXIT_PROPOSE, P.EXIT_APPROVE), "items": e.leavings, "values": e.of_row(g.leaving_values)},
    "agreement": {
        "needs": (P.AGREEMENT_PREPARE,),
        "items": r.agreements,
        "values": r.agreement_item_values,
        "version": r.agreement_version,
        "shut": r.shut_agreements,
    },
}

TO_APPLICANTS = {
    "incubation.refusal": a.own_application,
    "incubation.not_accepted": a.own_application,
    "incubation.correction": a.own_return,
    "incubation.selected": r.own_place,
    "incubation.reserve_letter": r.own_place,
    "incubation.not_selected": r.own_place,
    "incubation.agreement": r.own_agreement,
}


def blanks_of(code: str, tree: Doc) -> dict[str, Any]:
    """The blanks of a text with their meaning."""
    labels = {**words.BLANKS, **words.OWN.get(code, {})}
    there = blanks_in(to_json(tree))
    return {name: labels[name] for name in labels if name in there}


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    back = lambda row: reverse("incubation:batch", args=[row.pk])  # noqa: E731
    find = lambda actor, pk: batch_for(actor, P.BATCH_READ, pk)  # noqa: E731
    CASES.add(CASE, Case(CASE, lambda row: row.name, find, any_batch, back))
    for code, (title, gate, waits) in words.KINDS.items():
        if tree := TEXTS.get(code):  # the papers of the end bring their blanks with them
            TEMPLATES.add(code, {"title": title, "blanks": blanks_of(code, tree), "tree": tree})
        how = MAKING[code.removeprefix("incubation.")]
        how |= {"own": TO_APPLICANTS[code]} if code in TO_APPLICANTS else {}
        DOCUMENTS.add(code, Document(code=code, title=title, gate=gate, waits=waits, case=CASE, **how))
    blank = call.UNDERTAKING  # printed blank by whoever applies, so it waits for nothing and is made of nothing
    told = {"title": words.UNDERTAKING, "blanks": blanks_of("incubation.undertaking", blank), "tree": blank}
    TEMPLATES.add("incubation.undertaking", told)
    for code, (said, tree) in end.TEXTS.items():
        TEMPLATES.add(code, {**said, "tree": tree})

"""Reading assessments: by staff of the area, or by the organisation itself."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from sanshe.core.calendar.types import Due
from sanshe.core.kit.access import Actor
from sanshe.core.rows.queries import within
from sanshe.core.sheets.types import Question
from sanshe.incubation.adapters import defaults
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.end.assessment import AssessmentRefusal, AssessmentState, Kind, PaperState, Verdict
from sanshe.incubation.enums.end.exit import ExitState
from sanshe.incubation.enums.end.rectification import ExtensionState
from sanshe.incubation.models import Assessment, Assessor, Batch, Entry, Exit, Extension, Indicator, Mark, PaperCheck
from sanshe.incubation.rules.end import assessment as rules
from sanshe.incubation.rules.stay import terms
from sanshe.incubation.types.assessment import Line, Score

KIND = "incubation.assessment"


def scope(actor: Actor, code: str, own: str = "organisation") -> Q:
    """Rows of the areas in which the code is held, and of the organisations for which this person acts."""
    return within(actor.paths(code)) | Q(**{f"{own}__in": actor.organisations(P.ASSESSMENT_REPORT)})


def entry_for(actor: Actor, code: str, pk: UUID) -> Entry | None:
    found = Entry.objects.filter(scope(actor, code), pk=pk)
    return found.select_related("organisation", "batch", "batch__centre", "agreement").first()


def all_of(actor: Actor, code: str) -> QuerySet[Assessment]:
    found = Assessment.objects.filter(scope(actor, code, "entry__organisation"))
    return found.select_related("entry", "entry__organisation", "entry__agreement", "batch", "batch__centre")


def assessment_for(actor: Actor, code: str, pk: UUID) -> Assessment | None:
    return all_of(actor, code).filter(pk=pk).first()


def own_assessment(actor: Actor, pk: UUID) -> Assessment | None:
    """For the organisation's own report."""
    found = all_of(actor, P.ASSESSMENT_REPORT).filter(
        entry__organisation__in=actor.organisations(P.ASSESSMENT_REPORT), pk=pk
    )
    return found.first()


def of_batch(batch: Batch, kind: str) -> QuerySet[Assessment]:
    """The newest round of each entry, by name."""
    found = Assessment.objects.filter(batch=batch, kind=kind).select_related("entry", "entry__organisation")
    return found.order_by("entry__organisation__name", "-round")


def of_entry(entry: Entry) -> list[Assessment]:
    return list(Assessment.objects.filter(entry=entry).order_by("announced_at"))


def newest(entry: Entry, kind: Kind) -> Assessment | None:
    return Assessment.objects.filter(entry=entry, kind=kind).order_by("-round").first()


def answered(batch: Batch) -> dict[UUID, set[str]]:
    """The kinds that need no (further) assessment now, by entry: those with a verdict that stands, and any while one
    runs or the organisation leaves. 暂不出壳 is assessed again; so is who took no part and was kept."""
    found: dict[UUID, set[str]] = defaultdict(set)
    for entry, kind, state, verdict in Assessment.objects.filter(batch=batch).values_list(
        "entry_id", "kind", "state", "verdict"
    ):
        if state not in AssessmentState.over():
            found[entry] |= set(Kind)
        elif verdict not in ("", Verdict.NOT_YET):
            found[entry].add(kind)
    for entry in Exit.objects.filter(entry__batch=batch, state__in=ExitState.open()).values_list("entry_id", flat=True):
        found[entry] |= set(Kind)
    return found


def in_incubation(batch: Batch) -> QuerySet[Entry]:
    """Who is in incubation in this batch, by name."""
    found = Entry.objects.filter(batch=batch, state=EntryState.IN_INCUBATION)
    return found.select_related("organisation", "agreement", "batch").order_by("organisation__name")


def window(entry: Entry, kind: Kind) -> tuple[date, date]:
    """The window that the term gives: mid-term by the term as signed, graduation by the term as extended."""
    if kind == Kind.MIDTERM:
        signed_to = entry.agreement.term_to if entry.agreement else entry.term_to
        return terms.midterm_window(entry.entered_on, signed_to or entry.term_to)
    return terms.graduation_window(entry.entered_on, entry.term_to)


def lines(batch: Batch, kind: str) -> list[Line]:
    """The indicators of a kind: those of the batch, else the ones that come with the app."""
    rows = list(Indicator.objects.filter(batch=batch, kind=kind))
    if rows:
        return [Line(row.no, row.dimension, row.name, row.says, row.points) for row in rows]
    given = [one for one in defaults("indicators") if one["kind"] == kind]
    return [
        Line(no, one["dimension"], one["name"], one["says"], int(one["points"]))
        for no, one in enumerate(given, start=1)
    ]


def is_opened(batch: Batch, kind: str) -> bool:
    return Assessment.objects.filter(batch=batch, kind=kind).exists()


def papers_asked(kind: str) -> list[str]:
    return [one["name"] for one in defaults("papers") if one["kind"] == kind]


def questions_of(row: Assessment) -> tuple[Question, ...]:
    """What the organisation's own report has to say: of each indicator, and in sum."""
    return rules.questions(lines(row.batch, row.kind))


def fields_of(row: Assessment) -> list[str]:
    """The codes of its answers."""
    return [one.code for one in questions_of(row)]


def report_closes(row: Assessment) -> datetime:
    """The first moment that is too late: after the reminder's days, once there was a reminder."""
    return Due(row.grace_until or row.report_by).moment


def is_shut(row: Assessment, at: datetime) -> bool:
    """A late report is taken until a reminder's days are over."""
    return row.grace_until is not None and at >= report_closes(row)


def assessors(row: Assessment) -> list[Assessor]:
    """Those who assess: who stepped aside or left is not among them."""
    return list(row.assessors.filter(relation="", replaced_at=None).order_by("named_at", "pk"))


def seat(row: Assessment, actor: Actor) -> Assessor | None:
    return row.assessors.filter(person=actor.id, replaced_at=None).first() if actor.id else None


def refusal_to_read(row: Assessment, actor: Actor) -> AssessmentRefusal | None:
    """Nobody who is named reads before declaring, nor after stepping aside, whatever else they may see."""
    one = seat(row, actor)
    if one is None or one.marked_at is not None:
        return None
    return rules.refusal_to_read(declared=one.declared_at is not None, recused=bool(one.relation))


def marks(row: Assessment) -> Mapping[int, list[int]]:
    """The marks given, under each indicator; only of assessors who gave all."""
    found: dict[int, list[int]] = defaultdict(list)
    given = Mark.objects.filter(assessor__assessment=row, assessor__marked_at__isnull=False)
    for no, points in given.order_by("assessor__named_at", "pk").values_list("no", "points"):
        found[no].append(points)
    return found


def score_of(row: Assessment) -> Score | None:
    """The marks added up, once the interview is over; nothing before, so that nobody marks after another."""
    if row.interviewed_at is None:
        return None
    return rules.score(marks(row), lines(row.batch, row.kind))


def papers(row: Assessment) -> list[PaperCheck]:
    return list(row.papers.all())


def may_extend(entry: Entry) -> bool:
    """A term extends at most once; one that was refused may be asked again."""
    return not Extension.objects.filter(entry=entry).exclude(state=ExtensionState.REFUSED).exists()


def rule_says(row: Assessment) -> Verdict | None:
    found = score_of(row)
    if found is None:
        return None
    missing = row.papers.filter(state=PaperState.MISSING).count()
    return rules.suggested(kind=Kind(row.kind), found=found, missing=missing, may_extend=may_extend(row.entry))


def marking(actor: Actor) -> QuerySet[Assessment]:
    """What this person was named for and has not marked yet."""
    if actor.id is None:
        return Assessment.objects.none()
    mine = Assessor.objects.filter(person=actor.id, declared_at__isnull=False, relation="", marked_at=None)
    found = Assessment.objects.filter(pk__in=mine.values("assessment_id"), state=AssessmentState.REPORTED)
    return found.select_related("entry__organisation", "batch").order_by("closes_on", "pk")


def declaring(actor: Actor) -> QuerySet[Assessment]:
    """What this person was named for and has not declared on yet."""
    if actor.id is None:
        return Assessment.objects.none()
    mine = Assessor.objects.filter(person=actor.id, declared_at=None, marked_at=None).values("assessment_id")
    found = Assessment.objects.filter(pk__in=mine, state__in=[AssessmentState.ANNOUNCED, AssessmentState.REPORTED])
    return found.select_related("entry__organisation", "batch").order_by("closes_on", "pk")


def may_see_files(actor: Actor, pk: UUID) -> bool:
    """Who may open the files of a report: the organisation, and staff who may read it."""
    row = assessment_for(actor, P.ASSESSMENT_READ, pk)
    return row is not None and refusal_to_read(row, actor) is None


def own_marks(seat: Assessor) -> dict[int, int]:
    """What this assessor gave so far."""
    return dict(Mark.objects.filter(assessor=seat).values_list("no", "points"))


def is_late(row: Assessment, at: datetime) -> bool:
    """The report was due and is not in."""
    return row.state == AssessmentState.ANNOUNCED and at >= Due(row.report_by).moment

"""What is owed from the mid-term assessment to the last visit after graduation."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db.models import Exists, OuterRef
from django.db.models.functions import Coalesce

from sanshe.core.calendar.types import Due
from sanshe.core.duties.enums import Owner
from sanshe.core.duties.types import Line, Said
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import Actor
from sanshe.incubation.enums.access import P
from sanshe.incubation.enums.agreement.register import EntryState
from sanshe.incubation.enums.end.assessment import AssessmentState as S
from sanshe.incubation.enums.end.assessment import Kind, Verdict
from sanshe.incubation.enums.end.exit import ExitState
from sanshe.incubation.enums.end.graduation import VISIT_SLACK_DAYS, GraduationState
from sanshe.incubation.enums.end.rectification import ExtensionState, RectificationState
from sanshe.incubation.ledgers import leaving
from sanshe.incubation.ledgers.duties import NAME, WEEK, day, holder, of_batch, source, tell, theirs, to
from sanshe.incubation.models import (
    Assessment,
    Assessor,
    Entry,
    Exit,
    Extension,
    FollowUp,
    Graduation,
    Rectification,
)
from sanshe.incubation.phrases.duties import EVERYBODY
from sanshe.incubation.rules.stay import terms

MONTH = timedelta(days=VISIT_SLACK_DAYS)
OPEN = (S.REPORTED, S.INTERVIEWED, S.CHECKED, S.PROPOSED)


def _unsettled() -> Any:
    """In incubation, with neither leaving nor graduation under way."""
    leaving = Exit.objects.filter(entry=OuterRef("pk"), state__in=ExitState.open())
    ready = Graduation.objects.filter(entry=OuterRef("pk"), state=GraduationState.PROPOSED)
    return Entry.objects.filter(state=EntryState.IN_INCUBATION).exclude(Exists(leaving)).exclude(Exists(ready))


def _unannounced(kind: Kind) -> Callable[[Actor, datetime], Any]:
    had = Assessment.objects.filter(entry=OuterRef("pk"), kind=kind)
    return lambda actor, at: _unsettled().exclude(Exists(had))


def _announce(kind: Kind) -> Callable[[Line, datetime], list[Said]]:
    """From the first day of the window that the term gives; due in a week."""

    def say(line: Line, at: datetime) -> list[Said]:
        entered, ends, signed = line.date(1), line.date(2), line.date(3)
        assert entered and ends
        is_midterm = kind == Kind.MIDTERM
        first, _last = (
            terms.midterm_window(entered, signed or ends) if is_midterm else terms.graduation_window(entered, ends)
        )
        return [_whole_batch(line, first + WEEK)] if first <= shanghai.day(at) else []

    return say


def _whole_batch(line: Line, when: date) -> Said:
    """One for all of a batch that share a day; its name for life does not change when some of them are done."""
    said = f"{line.facts[0]} · {str(EVERYBODY).format(n=line.n)}"
    return Said(to("assessments", b=line.pk), said, day(when), mark=when.isoformat())


def _on_its_day(line: Line, at: datetime) -> Said:
    assert line.day
    return _whole_batch(line, line.day)


def _ending(actor: Actor, at: datetime) -> Any:
    return _unsettled().filter(term_to__lt=shanghai.day(at) + MONTH)


def _assessments(*states: S) -> Any:
    return Assessment.objects.filter(state__in=states).exclude(entry__exits__state__in=ExitState.open())


def _announced(actor: Actor, at: datetime) -> Any:
    return _assessments(S.ANNOUNCED).annotate(last=Coalesce("grace_until", "report_by"))


def _late(actor: Actor, at: datetime) -> Any:
    """The organisation owes its report; once it is late the centre owes a reminder, and then an end."""
    return _announced(actor, at).filter(last__lt=shanghai.day(at))


def _self_report(name: str) -> Callable[[Line, datetime], Said]:
    def say(line: Line, at: datetime) -> Said:
        grace = line.date(3)
        where, last = to(name, e=line.id(2), pk=line.id(1)), Due(grace) if grace else day(line.day)
        return Said(where, line.facts[0], last, matter=f"assessment:{line.key}")

    return say


def _assessment(line: Line, at: datetime) -> Said:
    """On the page of the assessment, by its last day."""
    return Said(to("assessment", e=line.id(2), pk=line.id(1)), line.facts[0], Due(line.day) if line.day else None)


def _open(actor: Actor, at: datetime) -> Any:
    return _assessments(*OPEN)


def _to_rectify(actor: Actor, at: datetime) -> Any:
    return _assessments(S.DECIDED).filter(verdict=Verdict.RECTIFY, rectification=None, decided_at__isnull=False)


def _issue(line: Line, at: datetime) -> Said:
    last = shanghai.day(line.moment(3)) + WEEK
    return Said(to("assessment", e=line.id(2), pk=line.id(1)), line.facts[0], day(last))


def _issued(actor: Actor, at: datetime) -> Any:
    return Rectification.objects.filter(state=RectificationState.ISSUED)


def _answered(actor: Actor, at: datetime) -> Any:
    others = [one for one in RectificationState.open() if one != RectificationState.ISSUED]
    return Rectification.objects.filter(state__in=others, answered_at__isnull=False)


def _rectification(line: Line, at: datetime) -> Said:
    asked = day(shanghai.day(line.moment(3)) + WEEK) if line.facts[3] else Due(line.day) if line.day else None
    return Said(to("rectification", e=line.id(2), pk=line.id(1)), line.facts[0], asked)


def _leaving(actor: Actor, at: datetime) -> Any:
    return Exit.objects.filter(state=ExitState.NOTICED, due_on__isnull=False)


def _exit(line: Line, at: datetime) -> Said:
    due = Due(line.day) if line.day else None
    return Said(to("exit", e=line.id(2)), line.facts[0], due, matter=f"exit:{line.key}")


def _visits(actor: Actor, at: datetime) -> Any:
    """Visits due within a month, and those overdue until the follow-up ends by itself."""
    today = shanghai.day(at)
    found = FollowUp.objects.filter(done_at=None, due_on__lte=today + MONTH)
    return found.filter(graduation__follow_until__gte=today - MONTH)


def _visit(line: Line, at: datetime) -> Said:
    return Said(to("graduation", e=line.id(2)), f"{line.facts[0]} · {line.facts[1]}/4", day(line.day))


def _to_declare(actor: Actor, at: datetime) -> Any:
    found = Assessor.objects.filter(declared_at=None, marked_at=None, replaced_at=None)
    return found.filter(assessment__state__in=[S.ANNOUNCED, S.REPORTED])


def _to_mark(actor: Actor, at: datetime) -> Any:
    found = Assessor.objects.filter(declared_at__isnull=False, relation="", marked_at=None, replaced_at=None)
    return found.filter(assessment__state=S.REPORTED)


def _proposed(actor: Actor, at: datetime) -> Any:
    """Without those that this person assessed."""
    assessed = Assessor.objects.filter(assessment=OuterRef("pk"), person=actor.key, relation="")
    return Assessment.objects.filter(state=S.PROPOSED).exclude(Exists(assessed))


def _asked(model: Any, state: Any) -> Callable[[Actor, datetime], Any]:
    return lambda actor, at: model.objects.filter(state=state)


def _approve(name: str, part: str = "") -> Callable[[Line, datetime], Said]:
    return lambda line, at: Said(to(name, e=line.id(2)) + part, line.facts[0])


_FACTS = (NAME, "pk", "entry")
_OF = {"facts": _FACTS, "subject": "entry__batch"}
_TERM = of_batch(facts=("batch__name", "entered_on", "term_to", "agreement__term_to"))
_MANAGE = P.ASSESSMENT_MANAGE
_LAST = {"day": "last", "facts": (*_FACTS, "grace_until"), "is_last_day": True}
_CLOSES = {"day": "closes_on", "is_last_day": True}
_SEAT = {"scope": "person", "place": "assessment__area_path", "subject": "assessment__batch",
         "is_last_day": True, "day": "assessment__closes_on", "handing": leaving.ASSESSOR.code,
         "facts": (f"assessment__{NAME}", "assessment", "assessment__entry")}  # fmt: skip
_DUE = {"is_reminded": True, "is_next": True}
_ON_ITS_DAY = {"day": "due_on", "is_last_day": True, **_DUE}
SOURCES = (
    holder("announce_midterm", _MANAGE, _unannounced(Kind.MIDTERM), _announce(Kind.MIDTERM), **_TERM, **_DUE),
    holder("announce_graduation", _MANAGE, _unannounced(Kind.GRADUATION), _announce(Kind.GRADUATION), **_TERM, **_DUE),
    theirs("self_report", P.ASSESSMENT_REPORT, _announced, _self_report("report"), **_LAST, **_DUE),
    holder("absent", _MANAGE, _late, _self_report("assessment"), subject="entry__batch", **_LAST, **_DUE),
    holder("assess", _MANAGE, _open, _on_its_day, **of_batch(facts=("batch__name",)), **_CLOSES, **_DUE),
    holder("issue_rectification", P.RECTIFICATION_ISSUE, _to_rectify, _issue, day="decided_at", subject="entry__batch",
           facts=(*_FACTS, "decided_at"), **_DUE),
    theirs("rectify", P.ASSESSMENT_REPORT, _issued, _rectification, facts=_FACTS, **_ON_ITS_DAY),
    holder("check_rectification", P.RECTIFICATION_CHECK, _answered, _rectification, day="answered_at",
           subject="entry__batch", facts=(*_FACTS, "answered_at"), **_DUE),
    theirs("hand_over", P.ASSESSMENT_REPORT, _leaving, _exit, facts=_FACTS, **_ON_ITS_DAY),
    holder("take_over", P.HAND_OVER, _leaving, _exit, **_OF, **_ON_ITS_DAY),
    holder("term_end", _MANAGE, _ending, _on_its_day, **_DUE,
           **of_batch(facts=("batch__name",), day="term_to", is_last_day=True)),
    holder("visit", P.FOLLOW_UP, _visits, _visit, subject="graduation__entry__batch",
           facts=(f"graduation__{NAME}", "no", "graduation__entry"), **_ON_ITS_DAY),
    source("mark", Owner.PERSON, P.ASSESSMENT_MARK, _to_mark, _assessment, **_SEAT),
    source("declare_assessor", Owner.PERSON, P.ASSESSMENT_MARK, _to_declare, _assessment, **_SEAT),
    holder("decide", P.ASSESSMENT_DECIDE, _proposed, _assessment, others="proposed_by", **_OF, **_CLOSES),
    holder("approve_extension", P.EXTENSION_APPROVE, _asked(Extension, ExtensionState.ASKED),
           _approve("graduation", "#extension"), **_OF),
    holder("approve_graduation", P.GRADUATION_APPROVE, _asked(Graduation, GraduationState.PROPOSED),
           _approve("graduation"), **_OF),
    holder("approve_exit", P.EXIT_APPROVE, _asked(Exit, ExitState.PROPOSED), _approve("exit"), **_OF),
)  # fmt: skip


def declare() -> None:
    """Tell the house; called once while the app is made ready."""
    tell(SOURCES)

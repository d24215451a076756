"""Pure rules from the mid-term assessment to the last visit."""

from datetime import date
from fractions import Fraction as F

import pytest

from sanshe.core.kit.months import add_months, months_of
from sanshe.incubation.enums.agreement.register import TotalName
from sanshe.incubation.enums.end.assessment import AssessmentRefusal as A
from sanshe.incubation.enums.end.assessment import Kind, PaperState, Verdict
from sanshe.incubation.enums.end.exit import ExitRefusal
from sanshe.incubation.enums.end.graduation import GraduationRefusal as G
from sanshe.incubation.enums.end.rectification import ExtensionRefusal as X
from sanshe.incubation.enums.end.rectification import RectificationRefusal as C
from sanshe.incubation.rules.agreement import register
from sanshe.incubation.rules.end import assessment, exit, graduation, rectification
from sanshe.incubation.rules.stay import terms
from sanshe.incubation.types.assessment import Line, Score

STARTS, ENDS = date(2022, 2, 17), date(2023, 2, 16)


class TestTerms:
    """What falls due in a term."""

    def test_the_midterm_lies_a_month_around_the_middle(self):
        assert terms.midterm_window(STARTS, ENDS) == (date(2022, 7, 17), date(2022, 9, 16))

    def test_graduation_is_in_the_last_month(self):
        assert terms.graduation_window(STARTS, ENDS) == (date(2023, 1, 17), ENDS)

    def test_an_extended_term_moves_graduation_with_it(self):
        end = terms.extended(ENDS, 3)
        assert end == date(2023, 5, 16) and terms.graduation_window(STARTS, end)[0] == date(2023, 4, 17)

    @pytest.mark.parametrize(
        ("starts", "ends", "months"),
        [(STARTS, ENDS, 12), (date(2022, 1, 31), date(2022, 2, 27), 1), (date(2022, 3, 1), date(2022, 8, 31), 6)],
    )
    def test_months_of_a_term(self, starts, ends, months):
        assert months_of(starts, ends) == months

    def test_a_month_without_that_day_ends_with_its_last(self):
        assert add_months(date(2022, 11, 30), 3) == date(2023, 2, 28)

    def test_four_visits_in_the_year_after(self):
        days = terms.visit_days(date(2023, 2, 16), 12, 3)
        assert days == (date(2023, 5, 16), date(2023, 8, 16), date(2023, 11, 16), date(2024, 2, 16))


def lines():
    return [Line(1, "内部治理", "a", "", 30), Line(2, "服务开展", "b", "", 40), Line(3, "财务管理", "c", "", 30)]


class TestScore:
    """Marks added up, and what they suggest."""

    def test_the_mean_of_two_assessors_is_exact(self):
        found = assessment.score({1: [20, 21], 2: [30, 31], 3: [15, 15]}, lines())
        assert found.total == F(41, 2) + F(61, 2) + 15 and found.shares["财务管理"] == F(1, 2)

    @pytest.mark.parametrize(
        ("total", "low", "missing", "kind", "extend", "verdict"),
        [
            (60, F(1, 2), 0, Kind.MIDTERM, True, Verdict.PASS),
            (F(5999, 100), F(1, 2), 0, Kind.MIDTERM, True, Verdict.RECTIFY),
            (90, F(49, 100), 0, Kind.MIDTERM, True, Verdict.RECTIFY),
            (90, F(1, 2), 1, Kind.MIDTERM, True, Verdict.RECTIFY),
            (70, F(1, 2), 0, Kind.GRADUATION, True, Verdict.RECOMMENDED),
            (69, F(1, 2), 0, Kind.GRADUATION, True, Verdict.NOT_YET),
            (69, F(1, 2), 0, Kind.GRADUATION, False, Verdict.NOT),
            (99, F(1, 2), 1, Kind.GRADUATION, False, Verdict.NOT),
        ],
    )
    def test_the_rule_at_its_lines(self, total, low, missing, kind, extend, verdict):
        found = Score(F(total), dict.fromkeys(assessment.DIMENSIONS, low), {})
        assert assessment.suggested(kind=kind, found=found, missing=missing, may_extend=extend) == verdict


class TestAssessment:
    """When what may be done."""

    def test_indicators_add_up_to_100_over_three_dimensions(self):
        assert assessment.refusal_of_indicators(lines()) is None
        assert assessment.refusal_of_indicators(lines()[:2]) == A.INDICATORS_WRONG
        more = [*lines(), Line(4, "财务管理", "d", "", 1)]
        assert assessment.refusal_of_indicators(more) == A.INDICATORS_WRONG

    @pytest.mark.parametrize(
        ("today", "code"),
        [(date(2022, 7, 16), A.OUTSIDE_WINDOW), (date(2022, 7, 17), None), (date(2022, 9, 16), None),
         (date(2022, 9, 17), A.OUTSIDE_WINDOW)],
    )  # fmt: skip
    def test_both_days_of_the_window_belong(self, today, code):
        said = {"in_incubation": True, "running": False, "window": terms.midterm_window(STARTS, ENDS)}
        assert assessment.refusal_to_announce(**said, today=today, report_by=date(2022, 9, 30)) == code

    @pytest.mark.parametrize(
        ("may", "related", "named", "code"),
        [(True, False, False, None), (False, False, False, A.NOT_AN_ASSESSOR), (True, True, False, A.RELATED),
         (True, False, True, A.ALREADY_NAMED)],
    )  # fmt: skip
    def test_who_may_assess(self, may, related, named, code):
        assert assessment.refusal_to_name(may_mark=may, related=related, named=named) == code

    @pytest.mark.parametrize(
        ("said", "code"),
        [({}, None), ({"declared": True}, A.DECLARED_ALREADY), ({"detected": True}, A.DETECTED),
         ({"detected": True, "relation": "supervisor", "said": "督导过"}, None),
         ({"relation": "supervisor"}, A.NO_WORDS)],
    )  # fmt: skip
    def test_what_an_assessor_may_declare(self, said, code):
        usual = {"declared": False, "detected": False, "relation": "", "said": ""}
        assert assessment.refusal_to_declare(**(usual | said)) == code

    @pytest.mark.parametrize(
        ("declared", "recused", "code"),
        [(False, False, A.NOT_DECLARED), (True, False, None), (True, True, A.RECUSED)],
    )
    def test_an_assessor_reads_after_declaring(self, declared, recused, code):
        assert assessment.refusal_to_read(declared=declared, recused=recused) == code

    @pytest.mark.parametrize(
        ("marks", "code"),
        [
            ({1: 30, 2: 0}, None),
            ({1: 31, 2: 0}, A.MARK_WRONG),
            ({1: -1, 2: 0}, A.MARK_WRONG),
            ({1: 5}, A.MARKS_MISSING),
        ],
    )
    def test_marks(self, marks, code):
        assert assessment.refusal_of_marks(marks=marks, points={1: 30, 2: 10}) == code

    @pytest.mark.parametrize(
        ("named", "marked", "record", "code"),
        [
            (2, 2, "谈了", None),
            (1, 1, "谈了", A.ONE_ASSESSOR),
            (3, 2, "谈了", A.MARKS_MISSING),
            (2, 2, " ", A.NO_RECORD),
        ],
    )
    def test_an_interview_takes_two_and_a_record(self, named, marked, record, code):
        assert assessment.refusal_to_close_interview(record=record, marked=marked, named=named) == code

    def test_a_paper_not_looked_for_keeps_the_check_open(self):
        assert assessment.refusal_to_close_papers([PaperState.SEEN, PaperState.OPEN]) == A.PAPERS_OPEN
        assert assessment.refusal_to_close_papers([PaperState.SEEN, PaperState.MISSING]) is None

    @pytest.mark.parametrize(
        ("verdict", "reason", "extend", "code"),
        [("pass", "", True, None), ("rectify", "", True, A.NO_REASON), ("rectify", "账没公开", True, None),
         ("extend", "理由", False, A.VERDICT_UNKNOWN), ("recommended", "理由", True, A.VERDICT_UNKNOWN)],
    )  # fmt: skip
    def test_people_may_differ_from_the_rule_with_a_reason(self, verdict, reason, extend, code):
        said = {"kind": Kind.MIDTERM, "rule_says": Verdict.PASS, "may_extend": extend}
        assert assessment.refusal_to_propose(verdict=verdict, reason=reason, **said) == code

    def test_absent_only_after_the_reminders_days(self, at):
        closes, ask = at("2022-09-14 00:00"), assessment.refusal_to_close_as_absent
        assert ask(reminded=False, closes=None, at=closes) == A.NO_REMINDER
        assert ask(reminded=True, closes=closes, at=at("2022-09-13 23:59")) == A.STILL_TIME
        assert ask(reminded=True, closes=closes, at=closes) is None


class TestRectification:
    """Asked, answered, checked."""

    @pytest.mark.parametrize(
        ("points", "days", "asks", "is_open", "code"),
        [(["账"], 5, True, False, None), (["账"], 20, True, False, None), (["账"], 4, True, False, C.DAYS_WRONG),
         (["账"], 21, True, False, C.DAYS_WRONG), ([" "], 5, True, False, C.NO_POINTS),
         (["账"], 5, False, False, C.NO_VERDICT), (["账"], 5, True, True, C.OPEN_ALREADY)],
    )  # fmt: skip
    def test_issuing(self, points, days, asks, is_open, code):
        said = {"points": points, "workdays": days, "verdict_asks": asks, "is_open": is_open}
        assert rectification.refusal_to_issue(**said) == code

    @pytest.mark.parametrize(
        ("answered", "good", "when", "code"),
        [(True, True, "2022-09-01 10:00", None), (False, False, "2022-09-01 10:00", C.STILL_TIME),
         (False, False, "2022-09-06 00:00", None), (False, True, "2022-09-06 00:00", C.NO_ANSWER)],
    )  # fmt: skip
    def test_checking(self, at, answered, good, when, code):
        said = {"answered": answered, "is_good": good, "reason": ""}
        assert rectification.refusal_to_check(**said, due=at("2022-09-06 00:00"), at=at(when)) == code

    def test_what_was_not_put_right_is_said(self, at):
        said = {"answered": True, "is_good": False, "due": at("2022-09-06 00:00")}
        assert rectification.refusal_to_check(**said, reason="", at=at("2022-09-01 00:00")) == C.NO_REASON

    @pytest.mark.parametrize(
        ("extended", "months", "over", "code"),
        [(False, 1, False, None), (False, 6, False, None), (False, 7, False, X.MONTHS_WRONG),
         (True, 3, False, X.ONLY_ONCE), (False, 3, True, X.TERM_OVER)],
    )  # fmt: skip
    def test_a_term_extends_once_before_its_end(self, extended, months, over, code):
        said = {"in_incubation": True, "extended": extended, "months": months, "reason": "登记还差一步"}
        assert rectification.refusal_to_ask_extension(**said, term_over=over) == code


class TestGraduation:
    """Who may, and the year after."""

    @pytest.mark.parametrize(
        ("number", "until", "stands"),
        [("备1", None, "备1"), ("备1", date(2023, 2, 16), "备1"), ("备1", date(2023, 2, 15), ""), ("", None, "")],
    )
    def test_a_filing_stands_to_its_last_day(self, number, until, stands):
        assert graduation.filing_stands(filing_number=number, until=until, today=date(2023, 2, 16)) == stands

    @pytest.mark.parametrize(
        ("changed", "code"),
        [({}, None), ({"recommended": False}, G.NOT_RECOMMENDED), ({"leaving": True}, G.LEAVING),
         ({"rectification_open": True}, G.RECTIFICATION_OPEN), ({"in_incubation": False}, G.NOT_IN_INCUBATION),
         ({"proposed": True}, G.PROPOSED_ALREADY)],
    )  # fmt: skip
    def test_proposing(self, changed, code):
        good = {"in_incubation": True, "recommended": True, "rectification_open": False}
        assert graduation.refusal_to_propose(**(good | {"leaving": False, "proposed": False} | changed)) == code

    @pytest.mark.parametrize(
        ("today", "code"),
        [(date(2023, 5, 16), G.VISIT_EARLY), (date(2023, 5, 17), None), (date(2024, 3, 17), None),
         (date(2024, 3, 18), G.VISITS_OVER)],
    )  # fmt: skip
    def test_the_follow_up_ends_by_itself(self, today, code):
        said = {"done": False, "due_on": date(2023, 8, 16), "follow_until": date(2024, 2, 16), "record": "看过"}
        assert graduation.refusal_of_visit(**said, today=today) == code

    def test_leaving_takes_a_reason(self):
        said = {"in_incubation": True, "leaving": False}
        assert exit.refusal_to_propose(**said, reason="") == ExitRefusal.NO_REASON

    @pytest.mark.parametrize(
        ("running", "inside", "left", "name"),
        [(1, 0, 0, TotalName.ENTERED), (0, 1, 0, TotalName.ENTERED), (0, 0, 1, TotalName.ENTERED),
         (0, 0, 0, TotalName.INCUBATED)],
    )  # fmt: skip
    def test_the_total_is_called_incubated_only_at_the_end(self, running, inside, left, name):
        assert register.total_name(running=running, in_incubation=inside, left=left) == name

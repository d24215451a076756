"""Calibration against printed numbers, and what it must never do."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy import stats

from sanshe.incubation.rules.decision.calibration import additive, agreement, flags, line, mixed
from sanshe.incubation.rules.decision.calibration.table import not_calibrated, table_of
from sanshe.incubation.rules.decision.calibration.whole import calibrate, consistency, signs
from sanshe.incubation.types.calibration import Calibration, NotCalibrated, Score

# Zone diameters in mm, 24 plates of six samples (Davies & Goldsmith 1972); expected numbers as printed by lme4.
PLATES = """272326232321 272326232321 252125242420 262325232320 252226222320 242225232219 242023212219 262226242421
242124222220 242124232219 262326242421 252226242420 262426242522 262326232320 262325242422 252225232320 252124232320
252224232319 242123212119 262326242421 252124222218 252225222220 242124222419 242124222118"""
PENICILLIN = [[int(plate[i : i + 2]) for i in range(0, 12, 2)] for plate in PLATES.split()]
SHROUT = np.array([[9, 2, 5, 8], [6, 1, 3, 2], [8, 4, 6, 8], [7, 1, 2, 6], [10, 5, 6, 9], [6, 2, 4, 7]], dtype=float)
ANXIETY = np.array(
    [
        [3, 3, 3, 4, 5, 5, 2, 3, 5, 2, 2, 6, 1, 5, 2, 2, 1, 2, 4, 3],
        [3, 6, 4, 6, 2, 4, 2, 4, 3, 3, 2, 3, 3, 3, 2, 2, 1, 3, 3, 4],
        [2, 1, 4, 4, 3, 2, 1, 6, 1, 1, 1, 2, 3, 3, 1, 1, 3, 3, 2, 2],
    ],
    dtype=float,
).T


# Eight wines, four judges; expected numbers as two published programs print them.
WINE = np.array([[1, 2, 0, 1], [1, 3, 3, 2], [3, 8, 1, 4], [6, 4, 3, 3], [6, 5, 5, 6], [7, 5, 6, 2], [8, 7, 7, 9], [9, 9, 9, 8]], dtype=float)  # fmt: skip  # noqa: E501


def scores(marks, skip=()):
    cells = [(f"a{i:05}", f"p{j}", float(v), i + 1) for i, row in enumerate(marks) for j, v in enumerate(row)]
    return [Score(*cell) for cell in cells if cell[:2] not in skip]


@pytest.fixture(scope="module")
def panel():
    """34 applicants, 7 panelists of known leniency, 5 sheets missing."""
    chance = np.random.default_rng(3)
    merit, lean = 78 + 4 * chance.standard_normal(34), np.array([-3, -2, -1, 0, 1, 2, 3.0])
    marks = merit[:, None] + lean + 1.5 * chance.standard_normal((34, 7))
    return scores(
        marks, skip={("a00003", "p0"), ("a00009", "p0"), ("a00020", "p6"), ("a00021", "p3"), ("a00030", "p5")}
    )


def test_reml_gives_the_printed_numbers_of_penicillin():
    told = mixed.fit(table_of(scores(PENICILLIN))).variances
    printed = (0.8467, 1.9316, 0.5499, 22.9722, 0.8086, 330.8606)
    found = (told.applicant, told.panelist, told.rest, told.mean, told.mean_error, told.criterion)
    assert [round(x, 4) for x in found] == list(printed)


def test_blups_of_the_samples():
    found = mixed.fit(table_of(scores(PENICILLIN)))
    assert np.round(found.centre[:-1], 4).tolist() == [2.1871, -1.0105, 1.9379, -0.0969, -0.0138, -3.0037]


def test_icc_gives_the_printed_numbers_of_shrout_and_fleiss():
    forms = agreement.icc(SHROUT)
    assert [round(float(f.value), 2) for f in forms] == [0.17, 0.29, 0.71, 0.44, 0.62, 0.91]
    assert [round(float(f.low), 2) for f in forms] == [-0.13, 0.02, 0.34, -0.88, 0.07, 0.68]
    assert [round(float(f.high), 2) for f in forms] == [0.72, 0.76, 0.95, 0.91, 0.93, 0.99]
    assert [round(x, 2) for x in agreement.mean_squares(SHROUT)] == [11.24, 6.26, 32.49, 1.02]


def test_icc_gives_the_printed_tests_of_shrout_and_fleiss():
    forms = agreement.icc(SHROUT)
    assert [round(f.f, 1) for f in forms] == [1.8, 11.0, 11.0, 1.8, 11.0, 11.0]
    assert [f.df for f in forms] == [(5, 18), (5, 15), (5, 15), (5, 18), (5, 15), (5, 15)]
    assert [round(f.p, 5) for f in forms] == [0.16477, 0.00013, 0.00013, 0.16477, 0.00013, 0.00013]


def test_icc_gives_the_printed_numbers_of_the_wines():
    forms = agreement.icc(WINE)
    assert [round(float(f.value), 2) for f in forms] == [0.73, 0.73, 0.73, 0.91, 0.91, 0.92]
    assert {(round(float(f.low), 2), round(float(f.high), 2)) for f in forms} == {(0.43, 0.93), (0.75, 0.98)}


def test_kendall_w_gives_the_number_of_the_anxiety_table():
    found = agreement.kendall_w(ANXIETY)
    assert (round(found.w, 4), round(found.chi2, 2), found.df, round(found.p, 4)) == (0.5397, 30.76, 19, 0.0429)


@given(st.lists(st.lists(st.integers(0, 20), min_size=4, max_size=4), min_size=3, max_size=8))
def test_kendall_w_is_the_friedman_test(marks):
    table = np.array(marks, dtype=float)
    if all(len(set(column)) > 1 for column in table.T):
        chi2 = stats.friedmanchisquare(*table).statistic
        assert np.isclose(agreement.kendall_w(table).chi2, chi2, equal_nan=True)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.lists(st.integers(0, 100), min_size=5, max_size=5), min_size=5, max_size=12))
def test_with_a_complete_panel_nothing_changes(marks):
    table = table_of(scores(marks))
    assert np.allclose(additive.fit(table)[0], np.mean(marks, axis=1))
    if not_calibrated(table) is None:
        merit = mixed.merits(mixed.fit(table))
        means = np.mean(marks, axis=1)
        assert all(
            merit[i] >= merit[j] - 1e-6 for i in range(len(means)) for j in range(len(means)) if means[i] > means[j]
        )


def test_least_squares_agrees_with_another_library(panel):
    import pandas as pd
    from statsmodels.formula.api import ols

    rows = pd.DataFrame([(s.applicant, s.panelist, s.points) for s in panel], columns=["a", "p", "y"])
    other = ols("y ~ 0 + C(a) + C(p, Sum)", rows).fit()
    mine, leniency = additive.fit(table_of(panel))
    assert np.allclose(mine, other.params.iloc[:34])
    assert np.allclose(leniency[:6], other.params.iloc[34:])


def test_reml_agrees_with_another_library(panel):
    import pandas as pd
    from statsmodels.regression.mixed_linear_model import MixedLM

    rows = pd.DataFrame([(s.applicant, s.panelist, s.points) for s in panel], columns=["a", "p", "y"])
    parts = {"a": "0 + C(a)", "p": "0 + C(p)"}
    other = MixedLM.from_formula("y ~ 1", rows, groups=np.ones(len(rows)), vc_formula=parts).fit(reml=True)
    mine = mixed.fit(table_of(panel)).variances
    assert np.allclose(np.sqrt(other.vcomp), [mine.applicant, mine.panelist], rtol=1e-3)
    assert np.isclose(np.sqrt(other.scale), mine.rest, rtol=1e-3)


def test_leniency_of_known_panels_lies_in_its_interval_as_often_as_it_says():
    chance, within = np.random.default_rng(11), []
    for _ in range(60):
        lean = 2 * chance.standard_normal(7)
        marks = 78 + 4 * chance.standard_normal((34, 1)) + lean + 1.5 * chance.standard_normal((34, 7))
        value, error = mixed.leniency(mixed.fit(table_of(scores(marks))))
        within += (np.abs(value - (lean - lean.mean())) < 1.96 * error).tolist()
    assert 0.92 < np.mean(within) < 0.98


def test_leniency_is_told_against_this_panel(panel):
    told = calibrate(panel, places=30, seed=1)
    assert isinstance(told, Calibration)
    assert abs(sum(e.value for e in told.leniency.values())) < 1e-9
    assert told.leniency["p0"].high < 0 < told.leniency["p6"].low


def test_merit_is_on_the_scale_of_the_sheets():
    """A complete panel: what it would give on average is the mean it gave, drawn a little to the middle."""
    marks = np.array(PENICILLIN, dtype=float)
    found = mixed.merits(mixed.fit(table_of(scores(PENICILLIN))))
    means = marks.mean(axis=1)
    pull = np.polyfit(means - means.mean(), found - means.mean(), 1)
    assert np.isclose(found.mean(), means.mean()) and 0.9 < pull[0] < 1


def test_the_draws_have_the_posterior_they_claim(panel):
    found = mixed.fit(table_of(panel))
    drawn = mixed.draws(found, times=40_000, seed=5)
    assert np.allclose(drawn.mean(axis=0), mixed.merits(found), atol=0.06)


def test_the_same_sheets_in_another_order_give_the_same_numbers(panel):
    assert calibrate(panel, places=30, seed=7) == calibrate(panel[::-1], places=30, seed=7)


def test_chances_add_up_to_the_places(panel):
    told = calibrate(panel, places=30, seed=7)
    assert np.isclose(sum(told.selected.values()), 30)
    assert told.grey and told.surely_in and not told.grey & told.surely_in


def test_clear_gaps_leave_no_grey_zone():
    drawn = np.random.default_rng(0).normal([90, 80, 70, 60, 50], 0.1, (2000, 5))
    surely, within = line.confidence_set(drawn, places=2)
    assert (surely.tolist(), within.tolist()) == ([True, True, False, False, False],) * 2
    assert line.p_selected(drawn, places=2).tolist() == [1, 1, 0, 0, 0]


def test_equals_at_the_line_are_grey():
    drawn = np.random.default_rng(0).normal([90, 80, 80, 60, 50], 1, (2000, 5))
    surely, within = line.confidence_set(drawn, places=2)
    assert (within & ~surely).tolist() == [False, True, True, False, False]


@pytest.mark.parametrize(
    ("given", "reason"),
    [
        ([Score("a", "p", 1), Score("b", "p", 2)], NotCalibrated.FEW_APPLICANTS),
        (scores([[1, 2]] * 5, skip={("a00000", "p0")}), NotCalibrated.FEW_SHEETS),
        (scores([[70, 71, 0, 0]] * 6, skip={(f"a{i:05}", f"p{j}") for i in range(6) for j in (2, 3)})
         + [Score(f"b{i}", f"q{j}", 60.0 + i) for i in range(6) for j in range(2)], NotCalibrated.DISCONNECTED),
        (scores([[70, 70, 70]] * 6), NotCalibrated.NO_SPREAD),
    ],
)  # fmt: skip
def test_a_table_that_says_nothing_is_not_calibrated(given, reason):
    assert calibrate(given, places=1, seed=1) == reason


def test_drift_of_a_tired_panel_is_found():
    marks = [[80 - i, 79 - i, 81 - i + i % 2] for i in range(12)]
    told = flags.drift(table_of(scores(marks)), {f"a{i:05}": i + 1 for i in range(12)})
    assert told.high < 0 and round(told.value) == -1


def test_one_wild_sheet_is_flagged(panel):
    wild = [Score(s.applicant, s.panelist, s.points - 30, s.turn) if s == panel[40] else s for s in panel]
    assert [(f.applicant, f.panelist) for f in flags.outliers(table_of(wild))][:1] == [
        (panel[40].applicant, panel[40].panelist)
    ]
    assert (panel[40].applicant, panel[40].panelist) not in {
        (f.applicant, f.panelist) for f in flags.outliers(table_of(panel))
    }


def test_halo_is_the_mean_correlation():
    assert flags.halo(np.array([[1, 1, 1], [2, 2, 2], [5, 5, 5], [3, 3, 3], [4, 4, 4.0]])) == pytest.approx(1)
    assert flags.halo(np.ones((5, 3))) is None


def sheets_of(marks):
    """applicants x panelists x criteria as scores."""
    cells = [(i, j, tuple(map(float, given))) for i, row in enumerate(marks) for j, given in enumerate(row)]
    return [Score(f"a{i:05}", f"p{j}", sum(given), i + 1, given) for i, j, given in cells]


@pytest.fixture(scope="module")
def with_halo():
    """30 applicants, 5 panelists, 5 criteria; the last gives one impression five times, and is lenient on the third."""
    chance = np.random.default_rng(8)
    marks = 15 + 2 * chance.standard_normal((30, 1, 1)) + chance.standard_normal((30, 5, 5))
    marks[:, 4] = marks[:, 4].mean(axis=1, keepdims=True) + 3 * chance.standard_normal((30, 1))
    marks[:, 4, 2] += 5
    return marks


def test_halo_is_found_where_it_is_and_not_in_merit(with_halo):
    told = flags.halos(table_of(sheets_of(with_halo)))
    assert told["p4"] > 0.8 > 0.5 > max(told[f"p{j}"] for j in range(4))


def test_each_criterion_has_its_own_spread_and_leniency(with_halo):
    told = calibrate(sheets_of(with_halo), places=10, seed=1)
    assert [one.no for one in told.criteria] == [1, 2, 3, 4, 5]
    alone = calibrate(scores(with_halo[:, :, 2]), places=10, seed=1)
    assert told.criteria[2].variances == alone.variances and told.criteria[2].leniency == alone.leniency
    assert told.criteria[2].leniency["p4"].low > 1 > told.criteria[0].leniency["p4"].high
    assert all(0 < one.share < 1 for one in told.criteria)


def test_a_criterion_on_which_all_got_the_same_is_left_out(with_halo):
    marks = with_halo.copy()
    marks[:, :, 1] = 20
    assert [one.no for one in calibrate(sheets_of(marks), places=10, seed=1).criteria] == [1, 3, 4, 5]


def test_chance_alone_seldom_flags_a_sheet():
    chance = np.random.default_rng(4)
    found = [flags.outliers(table_of(scores(70 + chance.standard_normal((34, 7))))) for _ in range(100)]
    assert 0 < sum(map(bool, found)) <= 12


def test_agreement_is_told_of_those_whom_all_scored(panel):
    told = consistency(panel)
    marks = {(s.applicant, s.panelist): s.points for s in panel}
    whole = sorted({s.applicant for s in panel if all((s.applicant, f"p{j}") in marks for j in range(7))})
    forms = agreement.icc(np.array([[marks[a, f"p{j}"] for j in range(7)] for a in whole]))
    assert (told.applicants, told.forms) == (29, forms)
    assert consistency(scores([[70, 70]] * 6)) is None and consistency(panel[:14]) is None


def test_signs_say_nothing_where_nothing_can_be_compared():
    assert signs(scores([[1, 2]] * 3)) is None


def test_a_crowd_is_judged_each_by_its_own_chance():
    chance = np.random.default_rng(1)
    told = calibrate(
        scores(75 + 5 * chance.standard_normal((500, 1)) + chance.standard_normal((500, 5))), places=150, seed=1
    )
    assert told.grey == {key for key, p in told.selected.items() if 0.025 < p <= 0.975}

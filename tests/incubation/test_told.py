"""What the calibration found, in words: each sentence when it is due, and figures as they are printed."""

from dataclasses import replace

import pytest

from sanshe.incubation.pages.decision import calibration
from sanshe.incubation.queries.decision.calibration import Found
from sanshe.incubation.rules.decision.calibration import whole
from sanshe.incubation.types.calibration import Flag, NotCalibrated, Score, Signs, Slope

LETTERS = {f"p{j}": "ABCDE"[j] for j in range(5)}
NAMES = {f"a{i}": f"组织{i}" for i in range(12)}


def sheets(lean=(2, 1, 0, -1, -2)):
    cells = [(i, j) for i in range(12) for j in range(5)]
    return [Score(f"a{i}", f"p{j}", 70.0 + 2 * i + lean[j] + (i * 7 + j * 5) % 4, i + 1) for i, j in cells]


@pytest.fixture
def found():
    given = sheets()
    calibration = whole.calibrate(given, places=6, seed=1)
    return Found(calibration, None, whole.consistency(given), whole.signs(given), {})


def said(found, part):
    return "".join(calibration.sentences(found, LETTERS, NAMES, 12, 60)[part])


@pytest.mark.parametrize(
    ("p", "text"), [(1.0, "> 99%"), (0.995, "> 99%"), (0.4321, "43%"), (0.004, "< 1%"), (0.0, "< 1%")]
)
def test_a_chance_is_never_printed_as_certain(p, text):
    assert calibration.chance(p) == text


def test_leniency_is_told_by_letter_in_words(found):
    rows = calibration.leniency(found, LETTERS)
    assert [row[0] for row in rows] == list("ABCDE")
    assert rows[0][1].startswith("打分偏高") and rows[4][1].startswith("打分偏低")
    level = replace(found.calibration, leniency={"p0": replace(found.calibration.leniency["p0"], value=0.01)})
    assert calibration.leniency(replace(found, calibration=level), LETTERS)[0][1] == "不偏高不偏低"


def test_an_uncalibrated_panel_has_no_words():
    nothing = Found(None, NotCalibrated.DISCONNECTED, None, None, {})
    assert calibration.leniency(nothing, LETTERS) == [] and calibration.sentences(nothing, LETTERS, NAMES, 12, 60) == {}
    assert calibration.criteria(nothing, None) == [] and calibration.forms(nothing) == []


def test_agreement_is_told_in_a_word(found):
    assert "高" in said(found, "agreement") and "只算 12 家" in said(found, "agreement")
    assert said(replace(found, consistency=None), "agreement") == "全体评委都评过的组织太少，一致程度算不出来。"
    forms = list(found.consistency.forms)
    for value, word in ((0.6, "中等"), (0.2, "低")):
        forms[4] = replace(forms[4], value=value)
        other = replace(found, consistency=replace(found.consistency, forms=tuple(forms)))
        assert f"，{word}。" in said(other, "agreement")


def test_a_drift_is_told_only_when_its_interval_is_off_nought(found):
    for slope, words in (
        (Slope(-0.3, -0.5, -0.1, 0.01), "先后可能有影响"),
        (Slope(0.0, -0.1, 0.1, 0.9), "没有看出先后"),
    ):
        assert words in said(replace(found, signs=Signs(slope, {}, ())), "signs")


def test_halo_and_far_sheets_are_told_by_letter(found):
    far = Flag("a3", "p2", 40.0, 76.2, -6.0)
    text = said(replace(found, signs=Signs(None, {"p0": 0.1, "p4": 0.8, "p2": 0.6}, (far,))), "signs")
    assert "评委 C、E 的各项分数同升同降（相关 0.80）" in text
    assert "评委 C 给组织3打 40 分，按两边的水平应在 76.2 分上下" in text
    calm = said(replace(found, signs=Signs(None, {"p0": 0.1}, ())), "signs")
    assert "不是同升同降（相关最高 0.10）" in calm and "60 张打分表没有一张离群" in calm

"""Names and telephones are compared in one way, whatever was typed."""

import pytest

from sanshe.core.kit import same
from sanshe.core.kit.asked import whole
from sanshe.core.rows.enums import R
from sanshe.core.rows.rules import refusal_of_count, refusal_of_phone


@pytest.mark.parametrize(
    "typed",
    [
        "13803520099",
        "138 0352 0099",
        "+86 138-0352-0099",
        "１３８０３５２００９９",
        "0086 13803520099",
        "86 138 0352 0099",
        "(+86)138.0352.0099",
        "\u202d138\u200e03520099\u202c",
    ],
)
def test_a_telephone_is_the_same_in_every_spelling(typed):
    assert same.phone(typed) == "13803520099"


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        ("0352-2046688", "0352 2046688", True),
        ("+86 352 2046688", "03522046688", True),
        ("8613803520099", "13803520099", True),
        ("86203520", "203520", False),  # a number that begins with 86
        ("13803520099", "13803520098", False),
        ("0352-2046688转803", "0352-2046688-803", True),
        ("0352-2046688转803", "0352-2046688", False),
    ],
)
def test_telephones_are_told_apart(one, other, is_same):
    assert (same.phone(one) == same.phone(other)) is is_same


@pytest.mark.parametrize("typed", ["田守义", "田 守义", "田　守义", " 田守义 ", "田\u200b守义", "田守义\n"])
def test_a_name_is_the_same_in_every_spelling(typed):
    assert same.name(typed) == "田守义"


@pytest.mark.parametrize("dot", "·•‧∙⋅・･.．●")
def test_all_middle_dots_are_one(dot):
    assert same.name(f"阿依古丽{dot}买买提") == same.name("阿依古丽·买买提")


@pytest.mark.parametrize(
    "typed",
    ["新风（平城）志愿队", "新风(平城)志愿队", "新风 （平城）志愿队", "新风【平城】志愿队", "新风〔平城〕志愿队"],
)
def test_all_brackets_are_one(typed):
    assert same.name(typed) == "新风(平城)志愿队"
    assert same.name("新风平城志愿队") != same.name(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "田守义、李四、王五",
        "田守义；李四；王五",
        "田守义 李四 王五",
        "田守义　李四　王五",
        "田守义,李四，王五",
        "田守义/李四/王五",
        "田守义\n李四\n王五",
        "1.田守义 2.李四 3.王五",
        "（1）田守义（2）李四（3）王五",
        "田 守义；李　四；王五",
        "田守义 李　四 王 五",
        "田守义、、李四，王五、",
    ],
)
def test_founders_are_found_whatever_stands_between_them(typed):
    assert same.people(typed) == ("田守义", "李四", "王五")


def test_a_list_of_one_none_and_with_a_dot():
    assert same.people("田 守义") == ("田守义",) and same.people(" ") == ()
    assert same.people("阿依古丽•买买提、田守义、田 守义") == ("阿依古丽·买买提", "田守义")


@pytest.mark.parametrize(
    "typed",
    [
        "13800138000",
        "+86 138-0013-8000",
        "138 0013 8000",
        "１３８００１３８０００",
        "0352-2046688",
        "0352-2046688转803",
        "(0352)2046688",
        "010-62345678",
        "2046688",
        "400-123-4567",
        "0352 204 6688 ext. 12",
    ],
)
def test_whole_telephones_pass(typed):
    assert same.is_phone(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "1380352",
        "1380013800",
        "138001380000",
        "8.6138E+12",
        "1.38001E+10",
        '="13800138000"',
        "13800138000、13900139000",
        "两",
        "没有",
        "12800138000",
        "13800138000转1",
        "0352",
        "0352-2046688转",
        "203520",
    ],
)
def test_half_double_and_spoilt_telephones_do_not(typed):
    assert not same.is_phone(typed)


def test_counts_are_whole_numbers_in_any_width():
    assert [whole(one) for one in ("3", "３", " 12 ", "两", "3.5", "-1", "²", "", None, True)] == [
        3,
        3,
        12,
        *[None] * 7,
    ]
    assert [refusal_of_count(one) for one in ("", "3", "两")] == [None, None, R.BAD_COUNT]


def test_an_empty_telephone_is_none_and_half_a_one_is_wrong():
    assert [refusal_of_phone(one) for one in (" ", "138 0013 8000", "1380352")] == [None, None, R.BAD_PHONE]

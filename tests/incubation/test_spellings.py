"""A relation is found, and a double is a double, however a name or a telephone was spelled."""

import json

import pytest

from sanshe.core.privacy.queries import blind_name, blind_phone
from sanshe.incubation.enums.panel.panel import RelationKind as K
from sanshe.incubation.models import Application
from sanshe.incubation.queries.panel.panel import applicant_value
from sanshe.incubation.rules.call.application import missing, wrong
from sanshe.incubation.rules.panel.panel import relations
from sanshe.incubation.types.panel import Member

SEATED = {"name": "田守义", "phone": "13803520099", "employer": "大同市某某社工站"}


def tied(member, **filled):
    """What ties a member to an applicant who filled the form in this way."""
    public = {code: filled.pop(code) for code in ("head_employer",) if code in filled}
    row = Application(fields=public, private=json.dumps(filled, ensure_ascii=False))
    seated = {**SEATED, **member}
    prints = {"name": blind_name(seated["name"]), "phone": blind_phone(seated["phone"])}
    return set(relations(Member(**prints, employer=blind_name(seated["employer"])), applicant_value(row)))


@pytest.mark.parametrize(
    ("filled", "kind"),
    [
        ({"head_name": "田 守义"}, K.LEGAL_REPRESENTATIVE),
        ({"head_name": "田　守义"}, K.LEGAL_REPRESENTATIVE),
        ({"head_phone": "138 0352 0099"}, K.SAME_PHONE),
        ({"head_phone": "+86 138-0352-0099"}, K.SAME_PHONE),
        ({"contact_phone": "１３８０３５２００９９"}, K.SAME_PHONE),
        ({"head_employer": "大同市 某某社工站"}, K.SAME_EMPLOYER),
        ({"head_employer": "大同市　某某社工站 "}, K.SAME_EMPLOYER),
        ({"founders": "田守义；李四；王五"}, K.FOUNDER),
        ({"founders": "李四 田守义 王五"}, K.FOUNDER),
        ({"founders": "李四/田 守义/王五"}, K.FOUNDER),
        ({"contact_name": "田守义 "}, K.SAME_NAME),
    ],
)
def test_each_spelling_ties_as_the_plain_one_does(filled, kind):
    assert tied({}, **filled) == {kind}


def test_any_middle_dot_is_the_same_dot():
    assert tied({"name": "阿依古丽·买买提"}, contact_name="阿依古丽•买买提") == {K.SAME_NAME}


def test_others_are_not_tied():
    assert (
        tied({}, head_name="田守", founders="田、守义、王五", head_phone="13803520098", head_employer="某某社工站")
        == set()
    )


@pytest.mark.parametrize("typed", ["甲，乙, 丙、甲、 ", "甲甲；乙乙；丙丙", "甲甲 乙乙 丙丙"])
def test_three_founders_are_three_whatever_stands_between_them(typed):
    assert "founders" not in missing({"registration": "none", "founders": typed})


def test_two_founders_told_twice_are_not_three():
    assert "founders" in missing({"registration": "none", "founders": "田守义、田 守义、李四"})


def test_what_nobody_can_use_is_wrong_at_its_field():
    values = {"head_phone": "1380352", "contact_phone": "138 0352 0099", "full_time": "两", "volunteers": "１２"}
    assert set(wrong(values)) == {"head_phone", "full_time"} and wrong({}) == {}
    assert set(wrong({"contact_phone": "138", "volunteers": "很多"})) == {"contact_phone", "volunteers"}

"""Organisations: the credit code, one identity, masks, scope."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stdnum.cn import uscc

from sanshe.core.accounts.actions import appoint
from sanshe.core.audit.queries import history
from sanshe.core.kit.access import SYSTEM
from sanshe.core.kit.refused import Refused
from sanshe.core.parties import actions, queries, rules
from sanshe.core.parties.enums import Kind, R
from sanshe.core.parties.models import Organisation

GOOD = "52140213MJX300176F"


def whole(first: str) -> str:
    """A sound code from the first sixteen characters."""
    body = first + rules.body_digit(first[8:16] + "0")
    return body + rules.check_character(body)


CODE = whole("52140213MJX30017")


@pytest.mark.parametrize("code", ["91110000600037341L", CODE])
def test_sound_codes(code):
    assert rules.code_fault(code, social=code.startswith("5")) is None and uscc.is_valid(code)


def test_the_example_of_the_standard_is_wrong_and_its_right_digit_is_3():
    fault = rules.code_fault("91350100M000100Y4Z", social=False)
    assert fault.code == R.CODE_LETTER
    assert rules.check_character("91350100M000100Y4") == "3"


def test_remainder_zero_gives_zero():
    assert rules.check_character("52140213000010012") == "0"


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        (CODE[:17], R.CODE_LENGTH),
        ("I" + CODE[1:], R.CODE_LETTER),
        (CODE[:10] + CODE[11] + CODE[10] + CODE[12:], R.CODE_CHECK),
        ("91110000600037341L", R.CODE_AUTHORITY),
        (whole("54140213MJX30017"), R.CODE_KIND),
    ],
)
def test_each_slip_is_named(code, fault):
    assert rules.code_fault(code).code == fault


@given(st.integers(0, 17), st.sampled_from(rules.ALPHABET))
def test_no_single_slip_passes(place, letter):
    changed = CODE[:place] + letter + CODE[place + 1 :]
    assert (rules.code_fault(changed) is None) == (changed == CODE)


def test_spaces_and_small_letters_do_not_matter():
    assert rules.tidied(f" {CODE[:8].lower()} {CODE[8:]} ") == CODE and rules.tidied("５２") == "52"


def test_parts_are_read_back():
    parts = rules.code_parts(CODE)
    assert (parts.authority, parts.area, parts.kind) == ("52", "140213", Kind.SERVICE)


@pytest.fixture
def register(db, at):
    def make(name="青禾青少年事务中心", **fields):
        given = {"registration": "registered", "credit_code": CODE, "area_path": "140213", "head_name": "梁晓芸"}
        given |= {"head_phone": "13800002296", **fields}
        return actions.register_organisation(name=name, by=SYSTEM, at=at("2021-12-01 09:00"), **given)

    return make


def test_a_code_belongs_to_one(register):
    assert register().kind == Kind.SERVICE
    with pytest.raises(Refused) as refused:
        register("别的中心")
    assert refused.value.code == R.CODE_TAKEN


def test_a_filed_one_needs_its_number(register):
    with pytest.raises(Refused) as refused:
        register(registration="filed", credit_code="", kind="forming")
    assert refused.value.code == R.NO_FILING


def test_two_who_change_at_once_do_not_overwrite(register, at):
    one = register()
    change = {"organisation": one, "version": 1, "by": SYSTEM, "at": at("2022-01-01 09:00")}
    assert actions.update_organisation(**change, address="永泰街 1 号").version == 2
    with pytest.raises(Refused) as refused:
        actions.update_organisation(**change, address="永泰街 2 号")
    assert refused.value.code == R.STALE


def test_the_record_holds_no_names(register):
    assert "梁晓芸" not in str(history("parties.organisation", register().pk))


def test_a_page_masks_and_a_look_goes_on_record(register, client_as):
    one, client = register(), client_as("bureau_officer")
    page = client.get(f"/parties/{one.pk}/").content.decode()
    assert "梁**" in page and "梁晓芸" not in page and "138****2296" in page
    assert "梁晓芸" in client.post(f"/parties/{one.pk}/reveal/").content.decode()
    assert [entry.event for entry in history("parties.organisation", one.pk)].count("parties.shown") == 1


def test_what_is_masked_is_shown_only_where_the_right_is_held(register, client_of, user_as, at):
    here, far = (
        register(area_path="140213003"),
        register("柳岸互助社", credit_code="", registration="none", kind="forming"),
    )
    Organisation.objects.filter(pk=far.pk).update(area_path="140213004")
    operator = user_as("centre_operator", "140213003")
    appoint(user=operator, role="auditor", area_path="140213", by=SYSTEM, at=at("2021-12-01 09:00"))
    browser = client_of(operator)
    for row, may in ((here, True), (far, False)):
        assert browser.get(f"/parties/{row.pk}/edit/").status_code == (200 if may else 404)
        page = browser.get(f"/parties/{row.pk}/")
        assert page.status_code == 200 and ("查看会留痕" in page.content.decode()) is may
        shown = browser.post(f"/parties/{row.pk}/reveal/")
        assert shown.status_code == (200 if may else 404) and ("13800002296" in shown.content.decode()) is may
        assert bool([one for one in history("parties.organisation", row.pk) if one.event == "parties.shown"]) is may


def test_an_auditor_only_reads(register, client_as):
    one = register()
    assert client_as("auditor").post(f"/parties/{one.pk}/reveal/").status_code == 403
    assert client_as("auditor").get(f"/parties/{one.pk}/").status_code == 200


def test_another_district_sees_nothing(register, client_as):
    one = register()
    assert client_as("bureau_officer", "140214").get(f"/parties/{one.pk}/").status_code == 404
    assert "青禾" not in client_as("bureau_officer", "140214").get("/parties/").content.decode()


@pytest.mark.parametrize("n", [1, 3])
def test_the_list_takes_the_same_queries(register, client_as, n, django_assert_num_queries, still):
    for i in range(n):
        register(f"第{i}家", credit_code="", registration="none", kind="forming")
    client = client_as("bureau_officer")
    client.get("/parties/")
    with django_assert_num_queries(5):  # session, user and terms held, rows, unread messages, rail
        assert client.get("/parties/").content.decode().count('<th scope="row">') == n


def test_by_code_and_name(register):
    one = register()
    assert queries.by_credit_code(CODE.lower()) == one and list(queries.same_name(" 青禾青少年事务中心", "1402")) == [
        one
    ]

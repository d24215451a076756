"""A matter is found again by its number and four digits: spelled as one likes, guessed by nobody, the same for all."""

import re
from datetime import UTC, datetime, timedelta
from uuid import uuid4

import pytest
from django.test.utils import CaptureQueriesContext

from sanshe.core.kit.refused import Refused
from sanshe.core.tracking import actions, queries, rules
from sanshe.core.tracking.enums import R
from sanshe.core.tracking.types import Tracked

NOW = datetime(2022, 1, 20, tzinfo=UTC)
KEY, TWIN = uuid4(), uuid4()
TOLD = {"number": "220120-001", "digits": "7788"}


@pytest.mark.parametrize(
    "number", ["220120-001", " ２２０１２０－００１ ", "220120—001", "220120 - 001", "220120--001"]
)
def test_a_number_is_read_however_it_was_typed(number):
    assert rules.key(number, "7788") == rules.key("220120-001", "+86 138 0352-7788") == "220120-001:7788"


@pytest.mark.parametrize(("number", "phone"), [("", "7788"), ("220120-001", "778"), ("220120-001", ""), ("-", "7788")])
def test_without_number_or_digits_there_is_nothing_to_find(number, phone):
    assert rules.key(number, phone) == "" and queries.index_of(number, phone) == ""


def test_a_landline_is_told_without_its_extension():
    assert rules.last_four("0352-5550101 转 8") == "0101" and rules.last_four("（0352）5550101") == "0101"


def test_letters_are_read_large_and_a_long_text_is_cut():
    assert rules.spelled("异议 220120-001") == "220120-001"
    assert rules.spelled("讲-01a") == "讲-01A" and len(rules.spelled("1" * 99)) == rules.LONGEST
    assert rules.is_spelled("元 -017", r"元-\d{3}") and not rules.is_spelled("元-17", r"元-\d{3}")


@pytest.fixture
def tracked(monkeypatch):
    """Two kinds whose numbers are spelled alike, with one matter each and the same telephone."""
    from sanshe.core.accounts.models import Failure

    monkeypatch.setattr(queries.TRACKED, "_items", {})

    def find(key, number):
        index = queries.index_of(number, "13800007788")

        def look(asked):
            Failure.objects.filter(account=asked).exists()  # one look into an index
            return [key] if asked == index else []

        return look

    page = lambda key: f"/track/?number={key}"  # noqa: E731
    queries.TRACKED.add("a", Tracked("异议", "220101-999", r"\d{6}-\d{3}", find(KEY, "220120-001"), page))
    queries.TRACKED.add("b", Tracked("诉求", "220101-999", r"\d{6}-\d{3}", find(TWIN, "220120-002"), page))


def look_up(device="browser", real=NOW, **asked):
    return actions.look_up(**TOLD | asked, device=device, real=real)


@pytest.mark.django_db
def test_the_right_digits_open_it_and_take_back_what_they_counted(tracked):
    for _ in range(30):
        assert [(one.kind, one.key) for one in look_up()] == [("a", KEY)]


@pytest.mark.django_db
def test_five_wrong_an_hour_by_a_browser_then_the_right_digits_help_no_more(tracked):
    wrong = {"digits": "0000"}
    for _ in range(5):
        with pytest.raises(Refused, match=R.NOT_FOUND):
            look_up(**wrong)
    for asked in (wrong, {}):
        with pytest.raises(Refused, match=R.TOO_MANY):
            look_up(**asked)
    with pytest.raises(Refused, match=R.TOO_MANY):
        look_up(real=NOW + timedelta(hours=1) - timedelta(microseconds=1))
    assert look_up(real=NOW + timedelta(hours=1)) and look_up(device="another")


@pytest.mark.django_db
def test_a_number_is_locked_when_each_guess_comes_from_a_new_browser(tracked):
    for n in range(20):
        with pytest.raises(Refused, match=R.NOT_FOUND):
            look_up(device=f"new {n}", digits="0000")
    with pytest.raises(Refused, match=R.TOO_MANY):
        look_up(device="new again")
    assert look_up(number="220120-002", device="new")  # another number is not


@pytest.mark.django_db
def test_the_house_has_a_ceiling_over_all_numbers(tracked, monkeypatch):
    monkeypatch.setattr(rules, "MOST_OF_HOUSE", 3)
    for n in range(3):
        with pytest.raises(Refused, match=R.NOT_FOUND):
            look_up(number=f"22012{n}-009", device=f"new {n}")
    with pytest.raises(Refused, match=R.TOO_MANY):
        look_up(number="220129-009", device="new")


@pytest.mark.django_db
def test_who_may_not_guess_fills_nobody_elses_count(tracked, monkeypatch):
    monkeypatch.setattr(rules, "MOST_OF_NUMBER", 6)
    for _ in range(5):
        with pytest.raises(Refused, match=R.NOT_FOUND):
            look_up(digits="0000")
    for _ in range(9):
        with pytest.raises(Refused, match=R.TOO_MANY):
            look_up(digits="0000")
    assert look_up(device="another")


@pytest.mark.django_db
def test_known_and_unknown_numbers_get_the_same_words_and_cost_the_same(tracked, client):
    from django.db import connection

    told = []
    client.post("/track/", {"number": "220101-001", "digits": "0000"})
    for number in ("220120-001", "220120-777"):
        with CaptureQueriesContext(connection) as made:
            answer = client.post("/track/", {"number": number, "digits": "0000"})
        page = re.sub(r'name="(_request_id|csrfmiddlewaretoken)" value="[^"]+"', "", answer.content.decode())
        told.append((answer.status_code, page.replace(number, ""), len(made)))
    assert told[0] == told[1] and told[0][0] == 422


@pytest.mark.django_db
def test_a_wrong_guess_over_the_page_counts_though_nothing_was_found(tracked, client):
    answers = [client.post("/track/", TOLD | {"digits": "0000"}) for _ in range(6)]
    assert [one.status_code for one in answers] == [422] * 5 + [429]
    assert answers[-1]["Retry-After"] == "3600" and "1 小时后再来" in answers[-1].content.decode()


@pytest.mark.django_db
def test_what_was_found_is_open_in_this_browser_until_it_is_put_away(tracked, client, monkeypatch):
    from sanshe.core.kit import clock

    assert client.post("/track/", TOLD).status_code == 302
    assert "220120-001" in client.get("/track/").content.decode()
    real = clock.real()
    monkeypatch.setattr(clock, "real", lambda: real + timedelta(hours=2, seconds=1))
    assert "已经查到的" not in client.get("/track/").content.decode()
    monkeypatch.setattr(clock, "real", lambda: real)
    assert "已经查到的" in client.get("/track/").content.decode()
    client.post("/track/close/")
    assert "已经查到的" not in client.get("/track/").content.decode()


@pytest.mark.django_db
def test_two_kinds_with_one_number_are_both_offered(tracked, client, monkeypatch):
    one = queries.TRACKED["b"]
    found = Tracked(one.label, one.example, one.pattern, lambda index: [TWIN], one.page)
    monkeypatch.setitem(queries.TRACKED._items, "b", found)
    page = client.post("/track/", TOLD, follow=True).content.decode()
    assert "异议" in page and "诉求" in page and page.count("220120-001") == 2


@pytest.mark.django_db
def test_the_front_page_leads_there(client):
    assert 'href="/track/"' in client.get("/").content.decode()

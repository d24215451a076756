"""The public page of a code, and its page for staff."""

import re
from datetime import timedelta

import pytest

from sanshe.core.codes import actions, queries, rules
from sanshe.core.codes.adapters import new_token
from sanshe.core.codes.enums import Change
from sanshe.core.kit import clock
from tests.codes.conftest import AT, DOOR, officer

pytestmark = pytest.mark.django_db
NOW = "2022-06-05 10:00"


@pytest.fixture(autouse=True)
def now(it_is):
    return it_is(NOW)


def page(client, code, **more):
    answer = client.get(queries.path_of(code), **more)
    return answer.status_code, answer.content.decode()


def text_of(html):
    """What a person reads in the main part."""
    main = re.search(r"<main.*?</main>", html, re.DOTALL)[0]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


class TestPublic:
    def test_says_what_the_kind_allows_and_nothing_else(self, visitor, issued):
        status, html = page(visitor, issued())
        said = text_of(html)
        facts = "有效 柳岸冷链 是什么 称号 编号 2022 第 1 号 期限 2022年2月25日至 2023年2月24日 级别 单位 不担保以后"
        assert (status, said) == (200, facts)
        assert "2022年6月5日 查" in html

    @pytest.mark.parametrize(
        ("do", "word", "since"),
        [(actions.revoke, "已撤销", "撤销 2022年6月5日"), (actions.replace, "已换发", "换发 2022年6月5日"),
         (actions.end, "已届满", "届满 2022年6月5日")],
    )  # fmt: skip
    def test_says_since_when_it_is_over_but_not_why(self, visitor, issued, now, do, word, since):
        code = issued()
        do(code=code, reason="核验答复有", by=officer(), at=now)
        said = text_of(page(visitor, code)[1])
        assert said.startswith(word) and since in said and "核验答复有" not in said and "不担保" not in said

    def test_is_over_by_itself_the_day_behind_its_last(self, visitor, issued, it_is):
        code = issued()
        it_is("2023-02-24 23:59")
        assert text_of(page(visitor, code)[1]).startswith("有效")
        it_is("2023-02-25 00:00")
        said = text_of(page(visitor, code)[1])
        assert said.startswith("已届满") and "届满 2023年2月24日" in said

    def test_what_nobody_issued_has_one_answer(self, visitor, issued):
        issued()
        asked = (new_token(), "x", "' or 1=1", "Ω" * 300)
        answers = {(a.status_code, text_of(a.content.decode())) for a in (visitor.get(f"/v/{one}") for one in asked)}
        assert len(answers) == 1
        status, said = answers.pop()
        assert status == 404 and said.startswith("查无")

    def test_known_and_unknown_ask_the_database_the_same_first_question(
        self, visitor, issued, django_assert_num_queries
    ):
        code = issued()
        with django_assert_num_queries(1):
            queries.by_token(code.token)
        with django_assert_num_queries(1):
            queries.by_token("no such")

    def test_guesses_are_paced_and_a_real_code_is_told_all_the_same(self, visitor, issued, client_of):
        code = issued()
        statuses = [visitor.get(f"/v/{new_token()}").status_code for _ in range(rules.MISSES + 2)]
        assert statuses == [404] * rules.MISSES + [429] * 2
        assert page(visitor, code)[0] == 200
        assert client_of().get(f"/v/{new_token()}", REMOTE_ADDR="203.0.113.9").status_code == 404

    def test_the_pace_ends(self, visitor, monkeypatch):
        for _ in range(rules.MISSES + 1):
            last = visitor.get(f"/v/{new_token()}").status_code
        later = clock.real() + rules.PER + timedelta(seconds=1)
        monkeypatch.setattr(clock, "real", lambda: later)
        assert (last, visitor.get(f"/v/{new_token()}").status_code) == (429, 404)

    def test_is_never_kept_by_a_browser(self, visitor, issued):
        assert "no-store" in visitor.get(queries.path_of(issued())).headers["Cache-Control"]

    def test_letters_copied_by_hand_lead_to_the_same_page(self, visitor, issued):
        code = issued()
        answer = visitor.get("/v/", {"code": rules.grouped(code.token).upper()})
        assert answer.headers["Location"] == queries.path_of(code)
        assert "code-form" in visitor.get("/v/", {"code": " /- "}).content.decode()

    def test_a_kind_may_lead_on_who_it_likes_while_its_code_is_valid(self, visitor, client_as, issued, now):
        code, staff = issued(DOOR), client_as("bureau_officer")
        assert page(visitor, code)[0] == 200
        assert staff.get(queries.path_of(code)).headers["Location"] == "/login/"
        actions.end(code=code, reason="门关了", by=officer(), at=now)
        assert page(staff, code)[0] == 200


class TestStaff:
    def test_two_people_revoke_it(self, client_as, visitor, issued):
        code, first, second = issued(), client_as("bureau_officer"), client_as("bureau_officer")
        place = f"/codes/{code.pk}/"
        assert "提出，由另一位定" in first.get(place).content.decode()
        given = {"change": "revoke", "reason": "核验答复有"}
        assert first.post(f"{place}ask/", given).status_code == 302
        assert "同意" not in text_of(first.get(place).content.decode())  # who asked has no button
        assert first.post(f"{place}decide/", {"act": "agree"}).status_code == 409
        assert "定一份证书撤不撤销" in second.get("/").content.decode()
        assert "核验答复有" in second.get(place).content.decode()
        assert second.post(f"{place}decide/", {"act": "agree"}).status_code == 302
        assert text_of(page(visitor, code)[1]).startswith("已撤销")
        assert "<textarea" not in first.get(place).content.decode()

    def test_not_agreed_is_not_done(self, client_as, issued):
        code, second = issued(), client_as("bureau_officer")
        actions.ask(code=code, what=Change.REVOKE, reason="核验答复有", by=officer(), at=AT)
        second.post(f"/codes/{code.pk}/decide/", {"act": "decline"})
        code.refresh_from_db()
        assert (code.state, code.asked) == ("valid", "")

    def test_replacing_leads_to_the_new_one(self, client_as, issued):
        code, second = issued(), client_as("bureau_officer")
        actions.ask(code=code, what=Change.REPLACE, reason="纸丢了", by=officer(), at=AT)
        answer = second.post(f"/codes/{code.pk}/decide/", {"act": "agree"}, follow=True)
        assert answer.redirect_chain[0][0] == f"/codes/{code.replaced_by.pk}/"
        assert "请重新打印" in answer.content.decode()

    def test_who_may_only_read_has_no_button_and_no_way(self, client_as, issued):
        code, auditor = issued(), client_as("auditor")
        assert "<textarea" not in auditor.get(f"/codes/{code.pk}/").content.decode()
        assert auditor.post(f"/codes/{code.pk}/ask/", {"change": "revoke", "reason": "x"}).status_code == 403
        assert auditor.post(f"/codes/{code.pk}/decide/", {"act": "agree"}).status_code == 403

    def test_what_was_never_offered_is_no_choice(self, client_as, issued):
        code, one = issued(), client_as("bureau_officer")
        assert one.post(f"/codes/{code.pk}/ask/", {"change": "burn", "reason": "x"}).status_code == 409

    def test_another_district_has_no_such_page_and_no_such_row(self, client_as, issued):
        code, other = issued(), client_as("bureau_officer", "140214")
        assert other.get(f"/codes/{code.pk}/").status_code == 404
        assert other.post(f"/codes/{code.pk}/ask/", {"change": "revoke", "reason": "x"}).status_code == 404
        assert "柳岸冷链" not in other.get("/ledgers/codes.codes/").content.decode()
        assert "柳岸冷链" in client_as("bureau_officer").get("/ledgers/codes.codes/").content.decode()

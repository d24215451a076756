"""Judging at the page: findings with evidence, words sent out as they are, and where it leads next."""

import pytest

from sanshe.core.notices.models import Message
from sanshe.incubation.models import Application, Batch, Check

pytestmark = pytest.mark.django_db
UNTIL = "0105a"
WHEN = "2022-01-05 15:30"


@pytest.fixture
def case(told):
    """北辰, open; every test starts from it."""
    from django.db import transaction

    with transaction.atomic():
        yield Application.objects.get(name="北辰社区花园小组")
        transaction.set_rollback(True)


@pytest.fixture
def liang(as_person):
    return as_person("liang", WHEN)


def address(row, tail=""):
    return f"/incubation/batches/{row.batch_id}/screening/{row.pk}/{tail}"


def judged(verdicts="mmmmmm", **more):
    words = {"m": "met", "f": "to_mend", "n": "not_met"}
    return {f"rule-{no}": words[mark] for no, mark in enumerate(verdicts, start=1)} | more


def test_the_page_shows_rule_and_evidence_beside_the_queue(liang, case):
    page = liang.get(address(case)).content.decode()
    assert "第 25 份，共 40 份" in page and "填了 3 位发起人" in page and "筹办组织，这一条不适用" in page
    assert 'aria-current="true">北辰社区花园小组' in page


def test_people_are_masked_in_the_evidence(liang, case):
    page = liang.get(address(case)).content.decode()
    from sanshe.incubation.queries.call.application import values_of

    assert values_of(case)["head_name"] not in page and values_of(case)["contact_phone"] not in page


def test_what_is_to_mend_is_sent_as_it_is_written(liang, case):
    answer = liang.post(address(case, "judge/"), judged("mfmmmm", act="return", **{"why-2": "赵**的身份证明没有传。"}))
    assert answer.status_code == 302 and str(case.pk) not in answer.url
    row = case.screenings.get()
    assert (row.outcome, row.reason, str(row.due_on)) == ("returned", "赵**的身份证明没有传。", "2022-01-10")
    check = Check.objects.get(application=case, rule__no=2)
    assert (check.reason, check.evidence) == ("赵**的身份证明没有传。", "填了 3 位发起人")
    assert any("赵**的身份证明没有传。" in one.text for one in Message.objects.all())


def test_a_reason_at_a_met_rule_is_not_kept(liang, case):
    liang.post(address(case, "judge/"), judged("mmmmmm", act="pass", **{"why-1": "别发出去"}))
    assert set(Check.objects.filter(application=case).values_list("reason", flat=True)) == {""}


def test_saved_without_a_decision_it_stays(liang, case):
    answer = liang.post(address(case, "judge/"), judged("mm"))
    case.refresh_from_db()
    assert (answer.url, case.state) == (address(case), "submitted")


def test_a_refusal_needs_words(liang, case):
    answer = liang.post(address(case, "judge/"), judged("mmmmnm", act="refuse"))
    case.refresh_from_db()
    assert (answer.status_code, case.state) == (409, "submitted") or answer.status_code == 422


def test_the_words_of_the_dialog_hold_over_those_of_the_rules(liang, case):
    more = {"why-5": "短的", "reason": "写在通知里的这一句。", "act": "refuse"}
    liang.post(address(case, "judge/"), judged("mmmmnm", **more))
    assert case.screenings.get().reason == "写在通知里的这一句。"


def test_who_may_only_read_sees_no_button(as_person, case):
    page = as_person("hao", WHEN).get(address(case)).content.decode()
    assert "发补正通知" not in page and "disabled" in page


@pytest.mark.parametrize(("asked", "n"), [("?state=ineligible", 1), ("?state=returned", 4), ("?state=submitted", 11)])
def test_each_sum_leads_to_as_many_rows(liang, case, asked, n):
    page = liang.get(f"/incubation/batches/{case.batch_id}/screening/{asked}").content.decode()
    assert page.count('class="s-row"') == n and f'{asked}">{n}</a>' in page


def test_one_and_eleven_rows_cost_the_same(liang, case, django_assert_max_num_queries, still):
    counted = []
    for asked in ("?state=ineligible", "?state=submitted"):
        liang.get(f"/incubation/batches/{case.batch_id}/screening/")
        with django_assert_max_num_queries(40) as found:
            liang.get(f"/incubation/batches/{case.batch_id}/screening/{asked}")
        counted.append(len(found))
    assert counted[0] == counted[1]


def test_the_first_and_a_later_case_cost_the_same(liang, case, django_assert_max_num_queries, still):
    first = Application.objects.get(batch=case.batch, serial=1)
    counted = []
    for row in (first, Application.objects.get(batch=case.batch, serial=12)):
        liang.get(address(row))
        with django_assert_max_num_queries(40) as found:
            liang.get(address(row))
        counted.append(len(found))
    assert counted[0] == counted[1]


def test_a_batch_elsewhere_is_a_missing_page(user_as, client_of, it_is, case):
    it_is(WHEN)
    stranger = client_of(user_as("centre_operator", "140214"))
    assert stranger.get(address(case)).status_code == 404
    assert stranger.get(f"/incubation/batches/{Batch.objects.get(no=3).pk}/screening/").status_code == 404


def test_a_verdict_that_was_not_offered_is_400(liang, case):
    assert liang.post(address(case, "judge/"), {"rule-1": "foo"}).status_code == 409
    assert liang.post(address(case, "judge/"), {"rule-x": "met", "rule-99": "met"}).status_code == 302
    assert not Check.objects.filter(application=case, verdict="foo").exists()


@pytest.mark.parametrize("act", ["judge/", "visit/"])
def test_a_case_is_judged_at_its_own_batch_only(liang, case, act):
    other = Batch.objects.exclude(pk=case.batch_id)[0]
    assert liang.post(f"/incubation/batches/{other.pk}/screening/{case.pk}/{act}", judged()).status_code == 404

"""While the panel votes: one motion at a time, one tap when all agree, only who came; no second tabulation."""

from datetime import UTC, datetime
from uuid import uuid4

import pytest

from sanshe.core.accounts.story import actor
from sanshe.core.kit.refused import Refused
from sanshe.incubation.actions.decision import decision, tabulation
from sanshe.incubation.enums.decision.decision import R
from sanshe.incubation.enums.decision.tabulation import TabulationRule
from sanshe.incubation.models import Batch, Decision, Panelist, Place, Vote
from sanshe.incubation.queries.decision.decision import ballots, decision_of
from sanshe.incubation.queries.panel.panel import shut_to
from sanshe.incubation.queries.panel.score import due

pytestmark = pytest.mark.django_db
UNTIL, NOW = "0114c", "2022-01-14 17:06"
DAY = datetime(2022, 1, 1, tzinfo=UTC)


@pytest.fixture
def page(told, as_person):
    """The decision's page as the operator has it; every member but one came."""
    client = as_person("liang", NOW)
    url = f"/incubation/batches/{Batch.objects.get(no=3).pk}/"
    here = [str(one.pk) for one in Panelist.objects.filter(panel__batch__no=3).order_by("name")]
    client.post(f"{url}tabulation/run/")
    client.post(f"{url}decision/open/", {"present": here[:-1]})
    return client, url


def test_all_members_are_the_base_and_only_those_who_came_are_present(page):
    row, seats = Decision.objects.get(), Panelist.objects.filter(panel__batch__no=3)
    assert row.members == seats.count() == len(row.present) + 1
    assert str(seats.order_by("name").last().pk) not in row.present


def test_who_has_no_seat_makes_up_no_quorum(told, at):
    batch = Batch.objects.get(no=3)
    seats = list(Panelist.objects.filter(panel__batch=batch).values_list("pk", flat=True))
    who = {"by": actor("liang", at(NOW)), "at": at(NOW)}
    tabulation.run(batch=batch, rule=TabulationRule.MEAN, due=due(batch), **who)
    with pytest.raises(Refused) as refused:
        decision.open_decision(batch=batch, present={*seats[:4], *(uuid4() for _ in range(3))}, **who)
    assert refused.value.code == R.NO_QUORUM and not Decision.objects.exists()


def open_ballots():
    return [one for one in ballots(Decision.objects.get()) if one.outcome == "open"]


def test_one_motion_is_voted_on_and_others_are_chosen_by_a_link(page):
    client, url = page
    text = client.get(f"{url}decision/").content.decode()
    waiting = open_ballots()
    assert text.count('id="vote"') == 1 and f"还有 {len(waiting)} 项没表决" in text
    asked = waiting[-1].pk
    text = client.get(f"{url}decision/?motion={asked}").content.decode()
    assert f"/decision/{asked}/" in text and f"/decision/{waiting[0].pk}/" not in text


def test_one_tap_records_who_came_and_is_not_recused(page):
    client, url = page
    ballot = open_ballots()[1]
    left = {str(vote.panelist_id) for vote in ballot.votes.filter(side="left")}
    client.post(f"{url}decision/{ballot.pk}/", {"all": "for"})
    present = set(decision_of(Batch.objects.get(no=3)).present)
    assert left and {str(vote.panelist_id) for vote in ballot.votes.filter(side="for")} == present - left


def test_submitting_is_offered_only_when_each_motion_has_a_result(page):
    client, url = page
    assert "ask-submit" not in client.get(f"{url}decision/").content.decode()
    while found := open_ballots():
        client.post(f"{url}decision/{found[0].pk}/", {"all": "for"})
    text = client.get(f"{url}decision/").content.decode()
    assert "ask-submit" in text and "都表决了，写理由，提交" in text
    assert not Vote.objects.filter(side="against").exists()


def test_the_session_offers_no_second_tabulation(page):
    client, url = page
    text = client.get(f"{url}session/").content.decode()
    assert "生成汇总表" not in text and "汇总表已生成" in text and "到汇总" in text


def test_a_recused_member_who_is_an_officer_too_reads_no_places_before_the_notice(page, client_of):
    """A list without one row would tell its place."""
    from sanshe.core.accounts import actions as accounts
    from sanshe.core.accounts.queries import actor_for, user
    from sanshe.core.kit.access import SYSTEM

    client, url = page
    while found := open_ballots():
        client.post(f"{url}decision/{found[0].pk}/", {"all": "for"})
    client.post(f"{url}decision/submit/", {"reason": "按得分和名次"})
    who = user(Vote.objects.filter(side="left").first().panelist.person)
    accounts.appoint(user=who, role="bureau_officer", area_path="140213", by=SYSTEM, at=DAY, starts=DAY.date())
    waits = client_of(who)
    assert waits.get(f"{url}decision/").status_code == 409
    assert "候补 1" in client.get(url).content.decode()
    text = waits.get(url).content.decode()
    last = Place.objects.filter(kind="reserve", application__organisation__isnull=False)
    other = last.exclude(application__in=shut_to(actor_for(who, DAY))).first().application.organisation_id
    assert "候补" in client.get(f"/parties/{other}/").content.decode()
    assert "候补" not in waits.get(f"/parties/{other}/").content.decode()
    assert "暖阳" in text and "候补 " not in text.split('id="list"')[1].split("<tbody>")[1]

"""A new district is led by the hand: from the second factor to the first batch, each step ticking itself off."""

from datetime import date

import pytest
from allauth.mfa.models import Authenticator

from sanshe.core.calendar.models import Year
from sanshe.core.parties.enums import Side
from sanshe.desk import queries
from sanshe.incubation.models import Batch
from tests.offices import an_office

pytestmark = pytest.mark.django_db


@pytest.fixture
def admin(client_as, it_is):
    it_is("2022-02-18 08:30")
    return client_as("district_admin")


def states(admin, at):
    return [one.state for one in queries.first_steps(admin.actor, at("2022-02-18 08:30"))]


def test_nothing_is_done_in_a_district_of_today(admin, at):
    page = admin.get("/").content.decode()
    assert "这个区刚建好，一步一步来" in page and page.count("现在办这一步") == 1
    assert states(admin, at) == ["now", "wait", "wait", "wait", "wait"]


def test_each_step_ticks_itself_off(admin, at, user_as):
    Authenticator.objects.create(user=admin.user, type=Authenticator.Type.TOTP, data={})
    assert states(admin, at) == ["done", "now", "wait", "wait", "wait"]
    centre = an_office()
    assert states(admin, at)[1] == "now"
    an_office("140213", Side.APPROVES)
    assert states(admin, at) == ["done", "done", "now", "wait", "wait"]
    user_as("centre_operator")
    assert states(admin, at)[2] == "now"
    user_as("bureau_officer")
    Year.objects.create(year=2022, loaded_at=at("2022-01-01"))
    assert states(admin, at) == ["done", "done", "done", "done", "now"]
    days = dict.fromkeys(("screening_until", "panel_on", "signing_from", "signing_to"), date(2022, 3, 1))
    Batch.objects.create(centre=centre, no=1, area_path="140213", name="第一批", **days)
    assert states(admin, at) == [] and "这个区刚建好" not in admin.get("/").content.decode()


def test_who_may_not_do_all_of_it_is_not_led(client_as, it_is):
    it_is("2022-02-18 08:30")
    assert "第一批开始以前" not in client_as("centre_operator").get("/").content.decode()

"""How often what is open to everybody may be done."""

from datetime import timedelta

import pytest

from sanshe.core.accounts import actions, adapters
from sanshe.core.accounts.enums import R
from sanshe.core.accounts.models import Failure
from sanshe.core.kit import clock
from sanshe.core.kit.refused import Refused

pytestmark = pytest.mark.django_db
PER = timedelta(minutes=5)


def use(real, what="a", most=2):
    actions.count_use(what=what, most=most, per=PER, real=real)


def test_over_the_most_is_refused_until_the_time_is_over_and_others_are_not():
    real = clock.real()
    use(real), use(real), use(real, what="b")
    with pytest.raises(Refused) as refused:
        use(real + PER - timedelta(seconds=1))
    assert refused.value.code == R.TOO_OFTEN
    use(real + PER)


def test_counts_are_forgotten_after_a_day_but_no_lock_that_holds():
    real = clock.real()
    use(real - timedelta(hours=24, seconds=1)), use(real - timedelta(hours=24), what="new")
    held = {"since": real - timedelta(days=2), "locked_until": real + timedelta(minutes=1)}
    Failure.objects.create(account="x", count=5, **held)
    assert actions.sweep_counts(real=real) == 1 and Failure.objects.count() == 2


@pytest.mark.parametrize(
    ("address", "shared"),
    [("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::9", "2001:db8:1:2::/64"), ("", "0.0.0.0")],
)
def test_one_house_shares_the_first_half_of_an_address(rf, address, shared):
    assert adapters.neighbourhood(rf.get("/", REMOTE_ADDR=address)) == shared

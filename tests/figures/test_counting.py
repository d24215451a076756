"""Counters by deltas, folding, figures, and serial numbers under a crowd."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sanshe.core.figures import actions, queries
from sanshe.core.figures.models import Counter, CounterDelta
from sanshe.core.figures.types import Indicator
from sanshe.core.serials.actions import next_number
from sanshe.core.serials.models import Serial

AT = datetime(2022, 2, 18, 0, 30, tzinfo=UTC)
quick = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
AREAS = st.sampled_from(["140213", "140213001", "140213001002", "140213002", "140214", "1402130"])


def count(key, area, n):
    actions.count(key=key, area_path=area, n=n, at=AT)


@pytest.fixture
def many():
    """Threads with connections of their own; a database in memory has one for all."""
    if connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads share one connection in memory; on a file and on PostgreSQL this runs")

    def many(act, n):
        def one(place):
            try:
                return act(place)
            finally:
                connection.close()

        with ThreadPoolExecutor(8) as pool:
            return list(pool.map(one, range(n)))

    return many


@pytest.mark.django_db
@quick
@given(st.lists(st.tuples(st.sampled_from("ab"), AREAS, st.integers(-3, 3), st.booleans()), max_size=15))
def test_folding_never_changes_what_is_counted(events):
    Counter.objects.all().delete()
    CounterDelta.objects.all().delete()
    for key, area, n, then_fold in events:
        count(key, area, n)
        if then_fold:
            actions.fold()
    for prefix in ("1402", "140213", "140213001"):
        meant = {k: sum(n for key, area, n, _f in events if key == k and area.startswith(prefix)) for k in "ab"}
        assert queries.counters(["a", "b"], [prefix]) == meant


@pytest.mark.django_db
def test_counters_take_one_query_and_count_nobody_twice(django_assert_num_queries):
    count("a", "140213001", 2)
    actions.fold()
    count("a", "140213001", 3)
    with django_assert_num_queries(1):
        assert queries.counters(["a", "none"], ["140213", "140213001", "140213"]) == {"a": 5, "none": 0}


@pytest.mark.django_db
def test_no_areas_no_figures():
    count("a", "140213", 1)
    assert queries.counters(["a"], []) == {"a": 0} and queries.counters(["a"], [""]) == {"a": 1}


@pytest.mark.django_db
def test_a_rolled_back_event_is_not_counted():
    with transaction.atomic():
        count("a", "140213", 1)
        transaction.set_rollback(True)
    assert queries.counters(["a"], ["14"]) == {"a": 0}


@pytest.mark.django_db
def test_a_figure_whose_counter_is_wrong_is_found(monkeypatch):
    right = Indicator("x.n", "数", "x", recount=lambda path: 2, counter="x")
    plain = Indicator("x.m", "数", "x", recount=lambda path: 7)
    monkeypatch.setattr(queries.INDICATORS, "_items", {"x.n": right, "x.m": plain})
    count("x", "140213", 2)
    assert queries.differences("1402") == [] and queries.figures([right, plain], ["1402"]) == {"x.n": 2, "x.m": 7}
    count("x", "140213", 1)
    assert queries.differences("1402") == [("x.n", 2, 3)]


@pytest.mark.django_db
def test_numbers_begin_with_one_in_each_series():
    assert [next_number(series=s) for s in "aab"] == [1, 2, 1]


@pytest.mark.django_db
def test_a_number_of_a_failed_act_is_given_again():
    with transaction.atomic():
        assert next_number(series="a") == 1
        transaction.set_rollback(True)
    assert next_number(series="a") == 1


@pytest.mark.django_db(transaction=True)
def test_a_crowd_gets_every_number_once(many):
    def act(place):
        with transaction.atomic():
            number = next_number(series="crowd")
            if place % 5 == 0:
                transaction.set_rollback(True)
                return None
        return number

    found = [number for number in many(act, 60) if number]
    assert sorted(found) == list(range(1, 49)) and Serial.objects.get().last == 48


@pytest.mark.django_db(transaction=True)
def test_a_crowd_counts_and_folds_without_loss(many):
    def act(place):
        with transaction.atomic():
            count("crowd", f"14021300{place % 3}", 1)
        if place % 7 == 0:
            actions.fold()

    many(act, 60)
    assert queries.counters(["crowd"], ["1402"]) == {"crowd": 60}
    actions.fold()
    assert queries.counters(["crowd"], ["1402"]) == {"crowd": 60} and not CounterDelta.objects.exists()

"""Fixtures of the told district, and a test database that is migrated once a run. A pytest plugin."""

import os

import pytest
from pytest_django.plugin import blocking_manager_key

from tests.district import District, States, folder_of, migrated_once


@pytest.hookimpl(trylast=True)  # behind whoever makes the folders of the run
def pytest_configure(config):
    os.environ.setdefault("SANSHE_TEST_TOLD", str(folder_of(config)))
    migrated_once(lambda connection: States(folder_of(config), connection))


def pytest_sessionfinish(session):
    """The last to go: what is kept in a database server is dropped."""
    from django.db import connection

    if not hasattr(session.config, "workerinput") and connection.vendor == "postgresql":
        with session.config.stash[blocking_manager_key].unblock():
            States(folder_of(session.config), connection).store.clear()


@pytest.fixture(scope="session")
def _states(request, django_db_setup):
    from django.db import connection

    return States(folder_of(request.config), connection)


@pytest.fixture(scope="module")
def district(_states, django_db_blocker, tmp_path_factory):
    """The district at any moment: with district.at("0120a"): …"""
    from django.conf import settings

    was = settings.FILES_ROOT, getattr(settings, "AUDIT_ROOTS", settings.DATA)
    with django_db_blocker.unblock():
        made = District(_states, tmp_path_factory.mktemp("district"))
        yield made
        made.leave()
    settings.FILES_ROOT, settings.AUDIT_ROOTS = was


@pytest.fixture(scope="module")
def told(request, district):
    """The district at the module's `UNTIL`, for all its tests."""
    with district.at(request.module.UNTIL):
        yield request.module.UNTIL

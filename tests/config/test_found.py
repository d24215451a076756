"""What the apps bring is found in their packages, the lowest floor first."""

import pytest
from django.conf import settings
from django.urls import resolve

from sanshe.config import cli
from sanshe.config.found import brought, places


@pytest.mark.parametrize(
    ("path", "name"),
    [("/ledgers/templates/", "papers:templates"), ("/ledgers/import/x.y/", "imports:upload"),
     ("/ledgers/x.y/", "ledgers:ledger"),
     ("/", "desk:front"), ("/incubation/", "incubation:home")],
)  # fmt: skip
def test_a_word_of_a_lower_floor_is_no_ledger(path, name):
    assert resolve(path).view_name == name


def test_rooms_come_lowest_floor_first():
    order = [one.__name__.rpartition(".")[0] for one in brought("urls")]
    assert order == [app for app in reversed(settings.SANSHE_APPS) if app in order] and len(order) > 10
    assert dict(places())["incubation/"] == "sanshe.incubation.urls"


def test_a_command_has_one_owner():
    names = [one.name for one in (*cli.own(), *cli.brought())]
    assert len(names) == len(set(names)) and {"serve", "pack", "export"} <= set(names)

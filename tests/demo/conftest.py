"""People of the story."""

import pytest


@pytest.fixture
def as_person(told, client_of, it_is):
    """A signed-in browser of somebody of the story at a moment of business: as_person('liang', '2022-01-20 09:12')."""
    from sanshe.core.accounts.queries import user, user_by_login
    from sanshe.incubation.models import Application

    def make(key, when):
        it_is(when)
        if key.startswith("owner of "):
            return client_of(user(Application.objects.get(name=key.removeprefix("owner of ")).owner))
        return client_of(user_by_login(key) if key else None)

    return make

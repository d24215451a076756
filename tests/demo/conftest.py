"""The story of the demo, told once for a module up to a moment, in a transaction that is rolled back."""

import pytest


@pytest.fixture(scope="module")
def told(request, django_db_setup, django_db_blocker, tmp_path_factory):
    """Tell the story up to the module's `UNTIL`, calling its `SEEN(code)` at each moment on the way."""
    from django.conf import settings
    from django.db import transaction

    from sanshe.core.kit import kept
    from sanshe.demo.actions.story import steps

    settings.FILES_ROOT, settings.AUDIT_ROOTS = tmp_path_factory.mktemp("files"), tmp_path_factory.mktemp("roots")
    until, seen = request.module.UNTIL, getattr(request.module, "SEEN", lambda code: None)
    with django_db_blocker.unblock(), transaction.atomic():
        for one in kept.ALL:
            one.forget()
        for code, step in steps():
            step()
            seen(code)
            if code == until:
                break
        yield until
        transaction.set_rollback(True)


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

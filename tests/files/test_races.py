"""Content whose time is over while somebody else hands in the same."""

import pytest
from django.db import connection

from sanshe.core.files import actions
from sanshe.core.files.adapters import disk
from sanshe.core.files.models import Attachment
from sanshe.core.kit import ids
from tests.files.test_actions import AT, WHO, attach, keep
from tests.incubation.test_stay_races import at_once


@pytest.mark.django_db(transaction=True)
def test_nothing_hangs_on_content_that_was_destroyed(settings, tmp_path):
    if connection.vendor == "sqlite" and "mode=memory" in str(connection.settings_dict["NAME"]):
        pytest.skip("threads share one connection in memory: run with SANSHE_TEST_FILE")
    settings.FILES_ROOT = tmp_path / "files"
    for _ in range(6):
        first = ids.new()
        attach(first)
        kept = keep()

        def work(i, first=first, kept=kept):
            if i == 0:
                return actions.purge(kind="x", subject=first, reason="到期", by=WHO, at=AT)
            return attach(ids.new(), file=kept)

        outcomes = at_once(work, n=4)
        held = Attachment.objects.filter(detached_at__isnull=True)
        assert all(one.file.purged_at is None and disk.load(one.file.digest) for one in held)
        assert outcomes[0] == 1 - bool(held)
        held.update(detached_at=AT)

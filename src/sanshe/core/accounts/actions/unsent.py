"""What somebody had typed when the session was over."""

import json
from datetime import datetime

from django.db import transaction

from sanshe.core.accounts import rules
from sanshe.core.accounts.models import Stash, User


@transaction.atomic
def keep_unsent(
    *,
    user: User,
    mark: str,
    path: str,
    back: str,
    fields: list[tuple[str, str]],
    had_files: bool,
    real: datetime,
) -> bool:
    """Keep fields, encrypted, for this user in this browser. Passwords and what is too long are not kept."""
    kept = [(name, value) for name, value in fields if rules.is_kept(name)]
    text = json.dumps(kept, ensure_ascii=False)
    if not kept or len(text) > rules.STASH_CHARACTERS:
        return False
    Stash.objects.filter(user=user, path=path).delete()
    made = {"had_files": had_files, "made_at": real}
    Stash.objects.create(user=user, mark=mark, path=path, back=back, fields=text, **made)
    return True


def drop_unsent(*, user: User, mark: str) -> None:
    """Forget it."""
    Stash.objects.filter(user=user, mark=mark).delete()


def sweep_unsent(*, real: datetime) -> int:
    """Forget what nobody came back for within the hour; returns how many rows."""
    return Stash.objects.filter(made_at__lt=real - rules.STASH_LIFE).delete()[0]

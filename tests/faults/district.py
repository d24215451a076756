"""A small district for what is killed: an officer, and residents each with a draft. Prints who they are as JSON.

`count` prints instead what was kept: receipts, rows by their name, and each draft's version and text.
"""

import json
import sys
from collections import Counter
from datetime import UTC, datetime
from importlib import import_module

import django
from django.conf import settings

django.setup()

from django.core.management import call_command  # noqa: E402 - Django comes first

from sanshe.core.accounts import actions as accounts  # noqa: E402
from sanshe.core.accounts.management import prepare  # noqa: E402
from sanshe.core.accounts.queries import actor_for  # noqa: E402
from sanshe.core.jobs.models import Job  # noqa: E402
from sanshe.core.kit.access import SYSTEM  # noqa: E402
from sanshe.core.parties.models import Organisation  # noqa: E402
from sanshe.core.receipts.models import Receipt  # noqa: E402
from sanshe.demo.actions.story import steps  # noqa: E402
from sanshe.incubation.actions.call import application  # noqa: E402
from sanshe.incubation.models import Application  # noqa: E402
from sanshe.incubation.story.applications import third  # noqa: E402

OPEN = datetime(2021, 12, 28, 2, tzinfo=UTC)
CSRF = "c" * 32


def session_of(user):
    """The cookie of somebody who is signed in."""
    session = import_module(settings.SESSION_ENGINE).SessionStore()
    session["_auth_user_id"], session["_auth_user_hash"] = str(user.pk), user.get_session_auth_hash()
    session["_auth_user_backend"], session["accounts.second_factor"] = settings.AUTHENTICATION_BACKENDS[0], True
    session.create()
    return f"{settings.SESSION_COOKIE_NAME}={session.session_key}; {settings.CSRF_COOKIE_NAME}={CSRF}"


def make(drafts, officers):
    call_command("migrate", verbosity=0)
    prepare()
    for code, step in steps():
        step()
        if code == "1228b":
            break
    told = {"drafts": [], "officers": []}
    for number in range(drafts):
        user = accounts.create_user(by=SYSTEM, at=OPEN, name="", is_staff=False, phone=f"1390000{number:04}")
        row = application.start(batch=third(), by=actor_for(user, OPEN), at=OPEN)
        told["drafts"].append({"cookie": session_of(user), "application": str(row.pk), "drawn": row.mark})
    for number in range(officers):
        user = accounts.create_user(by=SYSTEM, at=OPEN, name="梁晓芸", is_staff=True, username=f"officer{number}")
        place = {"role": "centre_operator", "area_path": "140213", "organisation": None}
        accounts.appoint(user=user, **place, by=SYSTEM, at=OPEN, starts=OPEN.date())
        told["officers"].append({"cookie": session_of(user)})
    told["receipts"] = Receipt.objects.count()
    return told


def count():
    names = Counter(Organisation.objects.filter(name__startswith="写-").values_list("name", flat=True))
    names.update(Job.objects.filter(code__startswith="count-").values_list("code", flat=True))
    drafts = {
        str(row.pk): (row.version, row.fields.get("what", "")) for row in Application.objects.filter(state="draft")
    }
    return {"receipts": Receipt.objects.count(), "named": names, "drafts": drafts}


if __name__ == "__main__":
    said = count() if sys.argv[1] == "count" else make(int(sys.argv[1]), int(sys.argv[2]))
    sys.stdout.write("\n" + json.dumps(said, ensure_ascii=False))

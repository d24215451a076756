"""Writes on a real SQLite file: many at once, a locked database, a full one. Prints what happened as JSON."""

import json
import sys
from threading import Thread
from uuid import uuid4

import django
from django.conf import settings

django.setup()
settings.ROOT_URLCONF = "tests.receipts.site"
settings.DATABASES["default"]["OPTIONS"]["timeout"] = 0.3 if sys.argv[1] != "race" else 20

from django.core.management import call_command  # noqa: E402 - Django comes first
from django.db import connection  # noqa: E402
from django.db.backends.sqlite3.base import Database  # noqa: E402 - the same library: locks are a process's own
from django.test import Client  # noqa: E402

from sanshe.core.jobs.models import Beat  # noqa: E402
from sanshe.core.receipts.models import Receipt  # noqa: E402


def send(request_id, name="a"):
    answer = Client(raise_request_exception=False).post("/write/", {"name": name, "_request_id": request_id})
    return answer.status_code, answer.get("Location"), answer.get("Retry-After"), answer.content.decode()


def race(threads=6, rounds=15):
    """Six clients at once with one id, fifteen times: the answers must agree and the rows be fifteen."""
    disagree = 0
    for _ in range(rounds):
        answers, one = [], uuid4()

        def one_of_them(one=one, answers=answers):
            answers.append(send(one))
            connection.close()

        crew = [Thread(target=one_of_them) for _ in range(threads)]
        [thread.start() for thread in crew]
        [thread.join() for thread in crew]
        disagree += len({answer[:2] for answer in answers}) != 1
    return {"rows": Beat.objects.count(), "disagree": disagree}


def locked():
    """Somebody else holds the database longer than we wait; then lets go."""
    other, one = Database.connect(settings.DATABASES["default"]["NAME"], isolation_level=None), uuid4()
    other.execute("BEGIN IMMEDIATE")
    first = send(one)
    other.execute("ROLLBACK")
    return {"first": first, "again": send(one), "rows": Beat.objects.count()}


def full():
    """No page can be added: large writes are refused, what was there stays, and it goes on without a restart."""
    before = send(uuid4())
    with connection.cursor() as cursor:
        pages = cursor.execute("PRAGMA page_count").fetchone()[0]
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        answers = {}
        for i in range(400):
            one = uuid4()
            answers[one] = send(one, "x" * 30 + str(i))
        full_ones = [one for one, answer in answers.items() if answer[0] == 503]
        kept = Beat.objects.count() == 1 + len(answers) - len(full_ones) == Receipt.objects.count()
        cursor.execute("PRAGMA max_page_count = 1000000")
    again = send(full_ones[0], "x" * 30 + str(list(answers).index(full_ones[0]))) if full_ones else None
    page = answers[full_ones[0]][3] if full_ones else ""
    return {"before": before, "full": len(full_ones), "kept": kept, "again": again, "page": page}


settings.MIDDLEWARE = ["sanshe.core.receipts.middleware.Arrival"]
if sys.argv[2] == "guarded":
    settings.MIDDLEWARE.append("sanshe.core.receipts.middleware.OnceOnly")
call_command("migrate", verbosity=0)
sys.stdout.write("\n" + json.dumps({"race": race, "locked": locked, "full": full}[sys.argv[1]]()))

"""The steps of `test_papers_killed`, each run as a process of its own."""

import sys
from datetime import timedelta
from types import SimpleNamespace
from uuid import UUID

import django

django.setup()

from django.core.management import call_command  # noqa: E402 - Django comes first
from django_tasks_db.models import DBTaskResult  # noqa: E402

from sanshe.core.files.models import Attachment  # noqa: E402
from sanshe.core.jobs import actions as jobs  # noqa: E402
from sanshe.core.kit import clock  # noqa: E402
from sanshe.core.kit.access import SYSTEM  # noqa: E402
from sanshe.core.papers import actions, queries  # noqa: E402
from sanshe.core.papers.models import Paper, PaperSet  # noqa: E402
from sanshe.core.papers.types import Case, Doc, Document, Item, Para  # noqa: E402
from sanshe.core.privacy.actions import make_keys  # noqa: E402

N = 60
CASE = SimpleNamespace(pk=UUID(int=1), area_path="140213")
ITEMS = [Item(UUID(int=100 + no), f"第{no}家", f"03-{no:03}") for no in range(N)]
TREE = Doc("通知书", blocks=(Para("{name}："),), org="局")
DOCUMENT = Document(
    "test.letter", "通知书", "test.make", case="test",
    items=lambda case, at: ITEMS, values=lambda item, at: {"name": item.name},
)  # fmt: skip
queries.TEMPLATES.add("test.letter", {"title": "通知书", "blanks": {"name": "名称"}, "tree": TREE})
queries.CASES.add("test", Case("test", lambda row: "一批", lambda actor, pk: CASE, lambda pk: CASE, lambda row: "/"))
queries.DOCUMENTS.add("test.letter", DOCUMENT)


def main(step):
    if step == "ask":
        call_command("migrate", verbosity=0)
        make_keys()
        actions.ask_for_set(document=DOCUMENT, items=ITEMS, case=CASE, by=SYSTEM, at=clock.real())
    elif step == "work":
        jobs.work()
    elif step == "made":
        print(Paper.objects.count())  # noqa: T201
    elif step == "again":
        jobs.reap(real=clock.real() + timedelta(hours=1))
        DBTaskResult.objects.filter(status="READY").update(run_after=clock.real())
        jobs.work()
        row = PaperSet.objects.get()
        print(Paper.objects.count(), Attachment.objects.filter(subject=row.pk).count(), bool(row.finished_at))  # noqa: T201


main(sys.argv[1])

"""Save a new version of a paper's text, and approve one."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.core.audit.actions import record
from sanshe.core.kit import digest
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused, insist
from sanshe.core.papers import rules
from sanshe.core.papers.enums import E, R
from sanshe.core.papers.models import DocumentTemplate
from sanshe.core.papers.queries import TEMPLATES, needs_approval, newest_template, template
from sanshe.core.papers.types import Doc


@transaction.atomic
def save_template(
    *, code: str, tree: Doc | dict[str, Any], version: int, by: Actor, at: datetime, title: str = ""
) -> DocumentTemplate:
    """Keep a new version on top of `version`; the old ones stay. Raises `Refused` NOT_YOURS, STALE, UNKNOWN_BLANK,
    LIST_MISPLACED, NOT_A_TREE. An official paper's version is in use once somebody else approved it, any other at once.

    Only blanks that the app declared are known; nothing but these names is ever replaced.
    """
    insist(None if rules.may_change(by) else R.NOT_YOURS)
    declared = TEMPLATES.get(code)
    if declared is None:
        raise Refused(R.NO_TEMPLATE, template=code)
    doc = tree if isinstance(tree, Doc) else rules.from_json(tree)
    plain = rules.to_json(doc)
    insist_on_blanks(plain, declared["blanks"])
    if newest_template(code)[0] != version:
        raise Refused(R.STALE)
    row = DocumentTemplate(
        code=code,
        version=version + 1,
        title=title or str(declared["title"]),
        tree=plain,
        blanks=sorted(rules.blanks_in(plain)),
        saved_at=at,
        saved_by=by.id,
        approved_at=None if needs_approval(code) else at,
    )
    _keep(row)
    new = {"version": row.version, "digest": digest.fingerprint(plain)}
    record(event=E.TEMPLATE_SAVED, kind="papers.template", subject=code, by=by, at=at, new=new)
    return row


def insist_on_blanks(plain: dict[str, Any], known: Any) -> None:
    """Every blank is one the app declared, and one of a list stands where it can be repeated."""
    unknown = sorted(rules.blanks_in(plain) - set(known))
    if unknown:
        raise Refused(R.UNKNOWN_BLANK, blank=unknown[0])
    misplaced = rules.fault_in_lists(plain)
    insist(R.LIST_MISPLACED if misplaced else None, blank=misplaced)


def _keep(row: DocumentTemplate) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as fault:
        raise Refused(R.STALE) from fault


def restore_template(*, code: str, version: int, on: int, by: Actor, at: datetime) -> DocumentTemplate:
    """Make an old version the newest again: it is saved anew on top of `on`, and nothing is lost."""
    return save_template(code=code, tree=template(code, version)[1], version=on, by=by, at=at)


@transaction.atomic
def approve_template(*, code: str, version: int, by: Actor, at: datetime) -> None:
    """Put the newest version into use; never by who saved it. Raises `Refused` NOT_WAITING, SAVED_BY_YOU."""
    waiting = DocumentTemplate.objects.filter(code=code, version=version, approved_at__isnull=True)
    row = waiting.first()
    if row is None or newest_template(code)[0] != version:
        raise Refused(R.NOT_WAITING)
    insist(rules.refusal_of_approver(saved_by=str(row.saved_by), approver=str(by.id), code=R.SAVED_BY_YOU))
    if waiting.update(approved_at=at, approved_by=by.id) != 1:
        raise Refused(R.NOT_WAITING)
    record(event=E.TEMPLATE_APPROVED, kind="papers.template", subject=code, by=by, at=at, new={"version": version})

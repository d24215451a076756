"""Save a new version of a paper's text."""

from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction

from sanshe.core.audit.actions import record
from sanshe.core.kit import digest
from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers import rules
from sanshe.core.ledgers.enums import E, R
from sanshe.core.ledgers.models import DocumentTemplate
from sanshe.core.ledgers.queries import TEMPLATES, template
from sanshe.core.ledgers.types import Doc


@transaction.atomic
def save_template(
    *, code: str, tree: Doc | dict[str, Any], version: int, by: Actor, at: datetime, title: str = ""
) -> DocumentTemplate:
    """Keep a new version on top of `version`; the old ones stay. Raises `Refused` STALE, UNKNOWN_BLANK, NOT_A_TREE.

    Only blanks that the app declared are known; nothing but these names is ever replaced.
    """
    declared = TEMPLATES.get(code)
    if declared is None:
        raise Refused(R.NO_TEMPLATE, code=code)
    doc = tree if isinstance(tree, Doc) else rules.from_json(tree)
    plain = rules.to_json(doc)
    _insist_on_known(rules.blanks_in(plain), declared["blanks"])
    if template(code)[0] != version:
        raise Refused(R.STALE)
    row = DocumentTemplate(
        code=code,
        version=version + 1,
        title=title or str(declared["title"]),
        tree=plain,
        blanks=sorted(rules.blanks_in(plain)),
        saved_at=at,
        saved_by=by.id,
    )
    _keep(row)
    new = {"version": row.version, "digest": digest.fingerprint(plain)}
    record(event=E.TEMPLATE_SAVED, kind="ledgers.template", subject=code, by=by, at=at, new=new)
    return row


def _insist_on_known(found: set[str], known: Any) -> None:
    unknown = sorted(found - set(known))
    if unknown:
        raise Refused(R.UNKNOWN_BLANK, blank=unknown[0])


def _keep(row: DocumentTemplate) -> None:
    try:
        with transaction.atomic():
            row.save(force_insert=True)
    except IntegrityError as fault:
        raise Refused(R.STALE) from fault

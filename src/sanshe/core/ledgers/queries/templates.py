"""Texts of papers: the newest version from the database, else the one its app came with."""

from collections.abc import Mapping
from typing import Any

from django.db.models import Max

from sanshe.core.kit.refused import Refused
from sanshe.core.ledgers import rules
from sanshe.core.ledgers.enums import R
from sanshe.core.ledgers.models import DocumentTemplate
from sanshe.core.ledgers.queries.registries import TEMPLATES
from sanshe.core.ledgers.types import Doc


def template(code: str, version: int | None = None) -> tuple[int, Doc]:
    """(version, tree with its blanks): the newest, or the one asked for. Version 0 is what the app came with."""
    rows = DocumentTemplate.objects.filter(code=code)
    row = rows.filter(version=version).first() if version else rows.order_by("-version").first()
    if row is not None and version != 0:
        return row.version, rules.from_json(row.tree)
    if code in TEMPLATES:
        return 0, TEMPLATES[code]["tree"]
    raise Refused(R.NO_TEMPLATE, code=code)


def fill(code: str, values: Mapping[str, Any], version: int | None = None) -> Doc:
    """The paper with its blanks filled from the newest version. Raises `Refused` for a blank without a value."""
    return rules.filled(template(code, version)[1], values)


def templates() -> list[dict[str, Any]]:
    """All papers whose text can be edited: code, title, version in use, when it was saved."""
    newest = dict(DocumentTemplate.objects.values_list("code").annotate(Max("version")))
    saved = {(row.code, row.version): row.saved_at for row in DocumentTemplate.objects.all()}
    return [
        {
            "code": code,
            "title": TEMPLATES[code]["title"],
            "version": newest.get(code, 0),
            "saved_at": saved.get((code, newest.get(code, 0))),
        }
        for code in TEMPLATES.codes()
    ]


def template_versions(code: str) -> list[DocumentTemplate]:
    """Every saved version of a paper, newest first."""
    return list(DocumentTemplate.objects.filter(code=code).order_by("-version"))

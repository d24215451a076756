"""Texts of papers: the newest approved version from the database, else the one its app came with."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db.models import Exists, Max, OuterRef, QuerySet

from sanshe.core.kit.access import Actor
from sanshe.core.kit.refused import Refused
from sanshe.core.papers import rules
from sanshe.core.papers.enums import R
from sanshe.core.papers.models import DocumentTemplate
from sanshe.core.papers.queries.registries import TEMPLATES
from sanshe.core.papers.types import Doc


def template(code: str, version: int | None = None) -> tuple[int, Doc]:
    """(version, tree with its blanks): the one in use, or the one asked for. Version 0 is what the app came with."""
    rows = DocumentTemplate.objects.filter(code=code)
    in_use = rows.filter(approved_at__isnull=False).order_by("-version")
    row = in_use.first() if version is None else rows.filter(version=version).first()
    if row is not None:
        return row.version, rules.from_json(row.tree)
    if code in TEMPLATES and not version:
        return 0, TEMPLATES[code]["tree"]
    raise Refused(R.NO_TEMPLATE, template=code)


def newest_template(code: str) -> tuple[int, Doc]:
    """(version, tree): the newest that was saved, approved or not. The next version is written on top of it."""
    row = DocumentTemplate.objects.filter(code=code).order_by("-version").first()
    return (row.version, rules.from_json(row.tree)) if row else (0, TEMPLATES[code]["tree"])


def fill(code: str, values: Mapping[str, Any], version: int | None = None) -> Doc:
    """The paper with its blanks filled from the version in use. Raises `Refused` for a blank without a value."""
    return rules.filled(template(code, version)[1], values)


def needs_approval(code: str) -> bool:
    """Whether a version has to be approved before it is used: the papers that go out under an office's red head."""
    return TEMPLATES[code]["tree"].style == "official"


def versions_in_use() -> dict[str, int]:
    """The version in use by code, where it is not the one the app came with."""
    approved = DocumentTemplate.objects.filter(approved_at__isnull=False)
    return dict(approved.values_list("code").annotate(Max("version")))


def templates() -> list[dict[str, Any]]:
    """All papers whose text can be edited: code, title, version in use, when it was saved, whether one is waiting."""
    newest, in_use = dict(DocumentTemplate.objects.values_list("code").annotate(Max("version"))), versions_in_use()
    saved = {(one[0], one[1]): one[2] for one in DocumentTemplate.objects.values_list("code", "version", "saved_at")}
    return [
        {
            "code": code,
            "title": TEMPLATES[code]["title"],
            "version": in_use.get(code, 0),
            "saved_at": saved.get((code, in_use.get(code, 0))),
            "waiting": newest.get(code, 0) > in_use.get(code, 0),
            "is_official": needs_approval(code),
        }
        for code in TEMPLATES.codes()
    ]


def template_versions(code: str) -> list[DocumentTemplate]:
    """Every saved version of a paper, newest first."""
    return list(DocumentTemplate.objects.filter(code=code).order_by("-version"))


def to_approve(actor: Actor, at: datetime) -> QuerySet[DocumentTemplate]:
    """Texts of official papers that wait for somebody's word: those whose newest version has none."""
    later = DocumentTemplate.objects.filter(code=OuterRef("code"), version__gt=OuterRef("version"))
    return DocumentTemplate.objects.filter(approved_at=None, code__in=TEMPLATES.codes()).exclude(Exists(later))

"""Registries and reads. Registries are filled in `apps.ready()` from each app's own papers."""

from sanshe.core.papers.queries.papers import case_of, documents_of, items_for, paper_for, set_for
from sanshe.core.papers.queries.registries import CASES, DOCUMENTS, TEMPLATES
from sanshe.core.papers.queries.templates import (
    fill,
    needs_approval,
    newest_template,
    template,
    template_versions,
    templates,
    to_approve,
)

__all__ = [
    "CASES",
    "DOCUMENTS",
    "TEMPLATES",
    "case_of",
    "documents_of",
    "fill",
    "items_for",
    "needs_approval",
    "newest_template",
    "paper_for",
    "set_for",
    "template",
    "template_versions",
    "templates",
    "to_approve",
]

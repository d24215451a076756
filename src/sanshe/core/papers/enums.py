"""Codes of papers."""

from enum import StrEnum


class P(StrEnum):
    """Permissions."""

    TEMPLATES = "papers.templates"
    TEMPLATES_APPROVE = "papers.templates.approve"


class E(StrEnum):
    """Events."""

    TEMPLATE_SAVED = "papers.template_saved"
    TEMPLATE_APPROVED = "papers.template_approved"
    PAPER_MADE = "papers.paper_made"
    SET_ASKED = "papers.set_asked"
    SET_MADE = "papers.set_made"
    SET_CANCELLED = "papers.set_cancelled"


class R(StrEnum):
    """Refusals."""

    STALE = "papers.stale"
    UNKNOWN_BLANK = "papers.unknown_blank"
    EMPTY_BLANK = "papers.empty_blank"
    NOT_A_TREE = "papers.not_a_tree"
    NO_TEMPLATE = "papers.no_template"
    LIST_MISPLACED = "papers.list_misplaced"
    SAVED_BY_YOU = "papers.saved_by_you"
    NOT_YOURS = "papers.not_yours"
    NOT_WAITING = "papers.not_waiting"
    NOTHING_TO_MAKE = "papers.nothing_to_make"
    SET_IS_OVER = "papers.set_is_over"
    NO_GLYPH = "papers.no_glyph"

"""Faces of objections: for anyone, and for those who handle and follow them."""

from sanshe.core.objections.views.cases import cases_of
from sanshe.core.objections.views.public import aside_of, form_of

__all__ = ["aside_of", "cases_of", "form_of"]

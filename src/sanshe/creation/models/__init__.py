"""Rows of creation."""

from sanshe.creation.models.application import Answer, Application, Attestation
from sanshe.creation.models.naming import Award, Proposal
from sanshe.creation.models.scheme import Scheme, Standard
from sanshe.creation.models.tip import Tip
from sanshe.creation.models.title import Renewal, Revocation, Term, Title

__all__ = [
    "Answer",
    "Application",
    "Attestation",
    "Award",
    "Proposal",
    "Renewal",
    "Revocation",
    "Scheme",
    "Standard",
    "Term",
    "Tip",
    "Title",
]

"""Rules of ui: how a template is laid out, and how a refused form comes back."""

from sanshe.core.ui.rules.drawn import Page, read
from sanshe.core.ui.rules.refill import (
    STATE,
    Form,
    beyond_limits,
    changed_meanwhile,
    form_sent,
    forms_of,
    kind_of,
    open_up,
    put_back,
    set_beside,
    stand_at,
)
from sanshe.core.ui.rules.templates import BLOCKS, STEERS, lost_blanks, parts_of, squeezed

__all__ = [
    "STATE",
    "BLOCKS",
    "STEERS",
    "Form",
    "Page",
    "beyond_limits",
    "changed_meanwhile",
    "form_sent",
    "forms_of",
    "kind_of",
    "lost_blanks",
    "open_up",
    "parts_of",
    "put_back",
    "read",
    "set_beside",
    "squeezed",
    "stand_at",
]

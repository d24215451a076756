"""Write parties."""

from sanshe.core.parties.actions.office import change_office, open_office
from sanshe.core.parties.actions.organisation import (
    SECRET,
    register_organisation,
    show,
    update_organisation,
)

__all__ = [
    "SECRET",
    "change_office",
    "open_office",
    "register_organisation",
    "show",
    "update_organisation",
]

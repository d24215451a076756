"""Write parties."""

from sanshe.core.parties.actions.merging import agree_merge, ask_merge, drop_merge, follow_offices
from sanshe.core.parties.actions.office import change_office, open_office
from sanshe.core.parties.actions.organisation import (
    SECRET,
    move_organisations,
    prove_organisation,
    register_organisation,
    show,
    update_organisation,
)
from sanshe.core.parties.actions.person import (
    correct_person,
    destroy_person,
    know_person,
    merge_persons,
    purge_persons,
    show_person,
)

__all__ = [
    "agree_merge",
    "ask_merge",
    "drop_merge",
    "follow_offices",
    "correct_person",
    "destroy_person",
    "know_person",
    "merge_persons",
    "purge_persons",
    "show_person",
    "SECRET",
    "change_office",
    "move_organisations",
    "open_office",
    "prove_organisation",
    "register_organisation",
    "show",
    "update_organisation",
]

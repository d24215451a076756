"""Reading parties."""

from sanshe.core.parties.queries.office import masthead, office, office_for, office_names, offices, places_of_offices
from sanshe.core.parties.queries.organisation import (
    by_credit_code,
    by_id,
    doubles,
    findable,
    listing,
    names,
    organisation,
    places_for,
    same_name,
    search_entries,
    search_entry,
    to_change,
    visible,
    visible_to,
)
from sanshe.core.parties.queries.person import KEEPERS, alike, by_phone, person, persons, standing_for

__all__ = [
    "KEEPERS",
    "alike",
    "by_phone",
    "person",
    "persons",
    "standing_for",
    "by_credit_code",
    "by_id",
    "doubles",
    "findable",
    "listing",
    "masthead",
    "names",
    "office",
    "office_for",
    "office_names",
    "offices",
    "organisation",
    "places_for",
    "places_of_offices",
    "same_name",
    "search_entries",
    "search_entry",
    "to_change",
    "visible",
    "visible_to",
]

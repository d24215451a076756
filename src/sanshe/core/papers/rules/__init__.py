"""Pure rules of papers."""

from sanshe.core.papers.rules.editing import NEW, edited, parts_of, rearranged, remade, text_of_block
from sanshe.core.papers.rules.filling import fault_in_lists, filled, said
from sanshe.core.papers.rules.glyphs import is_private, rare
from sanshe.core.papers.rules.papers import difference, distinct, file_name, may_change, refusal_of_approver
from sanshe.core.papers.rules.papers import shown as with_meanings
from sanshe.core.papers.rules.trees import blanks_in, from_json, to_json

__all__ = [
    "NEW",
    "blanks_in",
    "difference",
    "distinct",
    "edited",
    "fault_in_lists",
    "file_name",
    "filled",
    "from_json",
    "is_private",
    "may_change",
    "parts_of",
    "rare",
    "rearranged",
    "refusal_of_approver",
    "remade",
    "said",
    "text_of_block",
    "to_json",
    "with_meanings",
]

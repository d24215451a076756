"""Write the record, seal it, check it, hand it out."""

from sanshe.core.audit.actions.packs import make_pack
from sanshe.core.audit.actions.sealing import anchor, ask_for_check, check, package, record, seal, use_anchor

__all__ = [
    "anchor",
    "ask_for_check",
    "check",
    "make_pack",
    "package",
    "record",
    "seal",
    "use_anchor",
]

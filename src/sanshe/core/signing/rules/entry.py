"""What a signature must have."""

from datetime import datetime

from sanshe.core.signing.enums import Grade, R
from sanshe.core.signing.types import Entry, Proof


def refusal_to_enter(entry: Entry, *, at: datetime) -> R | None:
    """A text, a name, and what its grade rests on; nothing is signed in the future."""
    if not entry.text.strip():
        return R.NO_TEXT
    if not entry.name.strip():
        return R.NO_NAME
    if entry.signed_at > at:
        return R.NOT_YET
    return None if is_proven(entry.grade, entry.proof, phone=entry.phone) else R.NO_PROOF


def is_proven(grade: Grade, proof: Proof, *, phone: str) -> bool:
    """A code to a telephone, or a witness and a paper. One's own key is taken from nobody yet."""
    if grade == Grade.OWN_PHONE:
        return proof.code is not None and bool(phone.strip())
    return grade == Grade.WITNESSED and bool(proof.witness.strip()) and bool(proof.paper)

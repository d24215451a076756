"""How a signature was given; codes of signing."""

from enum import StrEnum


class Grade(StrEnum):
    """How a signature was given: by one's own key, by a code to one's own telephone, on paper before a witness."""

    OWN_KEY = "own_key"
    OWN_PHONE = "own_phone"
    WITNESSED = "witnessed"

    @property
    def letter(self) -> str:
        """As signatures are counted: A, B and C stand beside each other and are never added unseen."""
        return "ABC"[list(Grade).index(self)]


class Fault(StrEnum):
    """What a check of a chain finds."""

    MISSING = "missing"
    ALTERED = "altered"
    UNLINKED = "unlinked"
    OTHER_SIGNER = "other_signer"
    OTHER_TEXT = "other_text"
    CUT = "cut"


class E(StrEnum):
    """Events."""

    SIGNED = "signing.signed"
    DESTROYED = "signing.destroyed"


class R(StrEnum):
    """Refusals."""

    NO_TEXT = "signing.no_text"
    NO_NAME = "signing.no_name"
    NO_PROOF = "signing.no_proof"
    NOT_YET = "signing.not_yet"

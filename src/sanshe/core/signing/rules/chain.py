"""The chain: each link holds the digest of the one before, so that nothing is put in, left out or changed unseen."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime

from sanshe.core.kit.digest import canonical, fingerprint, fingerprint_bytes
from sanshe.core.signing.enums import Fault
from sanshe.core.signing.types import Checked, Kept, Link, Proof

EMPTY = ""


def digest(link: Link) -> str:
    """SHA-256 over the canonical form of a link."""
    return fingerprint(asdict(link))


def signer(*, salt: str, person: Sequence[str]) -> str:
    """The fingerprint of a signer: with salt and name gone it says nothing of them, and still holds the chain."""
    return hashlib.sha256(canonical([salt, *person])).hexdigest()


def proof(given: Proof, *, salt: str) -> str:
    """The fingerprint of what a signature rests on; salted, for it has the name of a witness."""
    return hashlib.sha256(canonical([salt, *map(str, asdict(given).values())])).hexdigest()


def moment(at: datetime) -> datetime:
    """As it is bound in: the same text on every machine."""
    return at.astimezone(UTC)


def check(kept: Iterable[Kept], *, length: int, head: str) -> Checked:
    """Walk a chain from its first link; `length` and `head` are what it is said to have."""
    faults: list[tuple[int, Fault]] = []
    expected, previous, known = 1, EMPTY, True
    for one in kept:
        if one.link.number != expected:
            faults.append((expected, Fault.MISSING))
            known = False
        faults += [(one.link.number, fault) for fault in _faults(one, previous if known else one.link.previous)]
        expected, previous, known = one.link.number + 1, one.digest, True
    if (expected - 1, previous) != (length, head):
        faults.append((expected, Fault.CUT))
    return Checked(expected - 1, previous, tuple(faults))


def _faults(one: Kept, previous: str) -> list[Fault]:
    """What is wrong with one link, whatever the others say."""
    found = []
    if digest(one.link) != one.digest:
        found.append(Fault.ALTERED)
    if one.link.previous != previous:
        found.append(Fault.UNLINKED)
    if one.person is not None and signer(salt=one.person[0], person=one.person[1:]) != one.link.signer:
        found.append(Fault.OTHER_SIGNER)
    if one.text is not None and fingerprint_bytes(one.text) != one.link.sha256:
        found.append(Fault.OTHER_TEXT)
    return found

"""AES-256-GCM for fields and HMAC-SHA256 for the index, over a key ring that is passed in.

A stored value reads `v1:<key id>:<base64 of 12 bytes nonce and the sealed text>`. The place ('accounts.user.phone') is
bound in as associated data, so that a value moved to another column does not open.
"""

import base64
import binascii
import hashlib
import hmac
import secrets

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.enums import R
from sanshe.core.privacy.types import KeyRing

VERSION = "v1"
NONCE = 12


def new_key() -> bytes:
    """32 random bytes."""
    return secrets.token_bytes(32)


def new_ring() -> KeyRing:
    """A ring with one key."""
    return KeyRing({new_id(): new_key()}, new_key())


def new_id() -> str:
    """A name for a key; random, so that a ring made anew is never taken for the lost one."""
    return secrets.token_hex(4)


def prefix(ring: KeyRing) -> str:
    """How every value begins that the newest key wrote."""
    return f"{VERSION}:{ring.newest}:"


def seal(ring: KeyRing, text: str, place: str) -> str:
    """The stored form of a text, written with the newest key."""
    nonce = secrets.token_bytes(NONCE)
    sealed = AESGCM(ring.keys[ring.newest]).encrypt(nonce, text.encode(), place.encode())
    return prefix(ring) + base64.b64encode(nonce + sealed).decode()


def unseal(ring: KeyRing, stored: str, place: str) -> str:
    """The text of a stored value. Raises `Refused` UNKNOWN_KEY or SPOILT (changed, or moved from another place)."""
    version, _, rest = stored.partition(":")
    key_id, _, body = rest.partition(":")
    if version != VERSION or not body:
        raise Refused(R.SPOILT, place=place)
    if key_id not in ring.keys:
        raise Refused(R.UNKNOWN_KEY, key=key_id, place=place)
    try:
        data = base64.b64decode(body, validate=True)
        return AESGCM(ring.keys[key_id]).decrypt(data[:NONCE], data[NONCE:], place.encode()).decode()
    except (InvalidTag, binascii.Error, ValueError) as fault:
        raise Refused(R.SPOILT, place=place) from fault


def blind(ring: KeyRing, text: str) -> str:
    """A keyed fingerprint for finding equal values, 64 hexadecimal digits; nothing for nothing."""
    return hmac.new(ring.blind, text.encode(), hashlib.sha256).hexdigest() if text else ""

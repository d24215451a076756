"""Our edge to the key file, and the two functions other apps call."""

import base64
import json
import os
from pathlib import Path

from django.conf import settings

from sanshe.core.kit.refused import Refused
from sanshe.core.privacy.enums import R
from sanshe.core.privacy.rules import cipher, keys
from sanshe.core.privacy.types import KeyRing

OWN = {"keys"}  # what a data folder may hold and still count as empty
_read: dict[Path, tuple[int, KeyRing]] = {}


def blind(text: str) -> str:
    """The blind index of a text that was brought into its normal form."""
    return cipher.blind(keys.ring(), text)


def seal(text: str, place: str) -> str:
    """A text for storing outside an `EncryptedText` field (a cookie, a library's row)."""
    return cipher.seal(keys.ring(), text, place)


def unseal(stored: str, place: str) -> str:
    """The text again. Raises `Refused` UNKNOWN_KEY or SPOILT."""
    return keys.opened(stored, place)


def is_older(stored: str) -> bool:
    """True for a value that an older key wrote."""
    return stored.startswith(f"{cipher.VERSION}:") and not stored.startswith(cipher.prefix(keys.ring()))


def key_file() -> Path:
    """Where the keys lie: the file named in the settings, or `privacy.json` in the folder named there."""
    path = Path(settings.KEYS)
    return path if path.suffix == ".json" or path.is_file() else path / "privacy.json"


def read_ring() -> KeyRing:
    """The ring from the key file, read anew when the file changed; made on demand in an empty data folder only."""
    path = key_file()
    try:
        stamp = path.stat().st_mtime_ns
    except FileNotFoundError:
        if not is_empty_place():
            raise Refused(R.NO_KEYS, path=str(path)) from None
        write_ring(cipher.new_ring(), fresh=True)
        stamp = path.stat().st_mtime_ns
    if path not in _read or _read[path][0] != stamp:
        _read[path] = (stamp, _parse(path.read_text()))
    return _read[path][1]


def is_empty_place() -> bool:
    """True when the data folder holds nothing but keys."""
    folder = Path(settings.DATA)
    return not folder.exists() or all(found.name in OWN for found in folder.iterdir())


def write_ring(ring: KeyRing, *, fresh: bool = False) -> None:
    """Write the key file whole, readable by its owner only. `fresh` refuses to replace one (KEYS_EXIST)."""
    path = key_file()
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    with os.fdopen(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as stream:
        stream.write(_text(ring))
        stream.flush()
        os.fsync(stream.fileno())
    _put(part, path, fresh)
    keys.forget()


def _put(part: Path, path: Path, fresh: bool) -> None:
    if not fresh:
        part.replace(path)
        return
    try:
        os.link(part, path)  # fails when somebody was faster; replace would take their keys away
    except FileExistsError:
        raise Refused(R.KEYS_EXIST, path=str(path)) from None
    finally:
        part.unlink()


def _text(ring: KeyRing) -> str:
    return json.dumps({"keys": {name: _b64(key) for name, key in ring.keys.items()}, "blind": _b64(ring.blind)})


def _b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _parse(text: str) -> KeyRing:
    found = json.loads(text)
    opened = {name: base64.b64decode(key) for name, key in found["keys"].items()}
    ring = KeyRing(opened, base64.b64decode(found["blind"]))
    if not ring.keys or any(len(key) != 32 for key in (*ring.keys.values(), ring.blind)):
        raise Refused(R.NO_KEYS)
    return ring

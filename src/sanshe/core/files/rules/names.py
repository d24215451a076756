"""What a file is called when it is handed out, and where it lies. Pure."""

import re

from sanshe.core.files.enums import Kind

_UNSAFE = re.compile(r"[\x00-\x1f\x7f/\\:*?\"<>|\u202a-\u202e\u2066-\u2069]+")


def shown_name(name: str, kind: Kind) -> str:
    """The name it is handed out under: the giver's words without a path, with the ending of what it really is."""
    base = _UNSAFE.sub("_", name.replace("\\", "/").rsplit("/", 1)[-1]).strip(" ._")
    stem = base.rsplit(".", 1)[0] if "." in base else base
    return f"{stem[:100] or 'file'}.{kind}"


def path_of(digest: str) -> str:
    """Where content of this SHA-256 lies below the root: two levels of two digits."""
    return f"{digest[:2]}/{digest[2:4]}/{digest}"

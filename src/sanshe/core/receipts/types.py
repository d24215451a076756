"""What identifies a request, and what is kept of its answer."""

from dataclasses import dataclass, field
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Ticket:
    """A write as asked: its id, who asks, where, and the fingerprint of what was sent."""

    id: UUID
    who: str
    path: str
    digest: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What is kept of an answer. `body` is None when it was too large or streamed."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = b""

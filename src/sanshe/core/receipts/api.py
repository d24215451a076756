"""What all operations of the API have in common: how they say no, and how a write is done once."""

from typing import Any

from ninja import Schema


class Fault(Schema):
    """No: a code for the program, a sentence for a person."""

    code: str
    detail: str


class Forbidden(Fault):
    """No, for want of one of these permission codes."""

    needs: list[str] = []


_SAID = {401: Fault, 403: Forbidden, 404: Fault, 422: Fault, 503: Fault}

ONCE = {
    "parameters": [
        {
            "name": "X-Request-Id",
            "in": "header",
            "required": True,
            "description": "A UUID of your own for this write. Repeat it with the same content and the first answer "
            "comes again (X-Repeated: 1); with another content it is refused (409).",
            "schema": {"type": "string", "format": "uuid"},
        }
    ]
}


def reads(found: Any) -> dict[int, Any]:
    """The answers of an operation that reads."""
    return {200: found, **_SAID}


def writes(done: Any, clash: Any = Fault) -> dict[int, Any]:
    """The answers of an operation that writes: 400 without a request id, 409 refused by a rule."""
    return {200: done, 400: Fault, 409: clash, **_SAID}


def words(text: Any) -> str:
    """A text of the interface where the library wants a plain one: it is looked up when the description is read."""
    return text

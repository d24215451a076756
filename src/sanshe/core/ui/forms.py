"""Shapes of input: what Django's forms find goes the way of every refusal."""

from collections.abc import Iterable, Iterator
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.forms import BaseForm, Field

from sanshe.core.kit.refused import Refused
from sanshe.core.ui.enums import R
from sanshe.core.ui.queries import say

F = TypeVar("F", bound=BaseForm)


def sound(form: F) -> F:
    """A form that was sent and can be taken; refused with every sentence of every field when it can not."""
    if not form.is_valid():
        errors = form.errors.as_data()
        raise Refused(R.MISFILLED, said={name: list(_sentences(found)) for name, found in errors.items()})
    return form


def _sentences(errors: Iterable[ValidationError]) -> Iterator[str]:
    """What each says; where Django speaks of a required field, our sentence as the browser's check has it."""
    for one in errors:
        if getattr(one, "message", "") is Field.default_error_messages["required"]:
            yield say(R.EMPTY, {})
        else:
            yield from one.messages

"""Shapes of input: what Django's forms find goes the way of every refusal."""

from typing import TypeVar

from django.forms import BaseForm

from sanshe.core.kit.refused import Refused
from sanshe.core.ui.enums import R

F = TypeVar("F", bound=BaseForm)


def sound(form: F) -> F:
    """A form that was sent and can be taken; refused with every sentence of every field when it can not."""
    if not form.is_valid():
        raise Refused(R.MISFILLED, said={name: [str(one) for one in found] for name, found in form.errors.items()})
    return form

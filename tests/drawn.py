"""What a form says of the page it stands on, for tests that post without having opened it."""

from functools import cache
from uuid import UUID

from django.apps import apps
from django.db.models import Value
from django.urls import Resolver404, resolve

from sanshe.core.rows.adapters import sign
from sanshe.core.rows.models import Versioned
from sanshe.core.rows.rules import names_its_page
from sanshe.core.rows.types import Mark


@cache
def versioned():
    """Every table whose rows have a version."""
    return [one for one in apps.get_models() if issubclass(one, Versioned) and one._meta.managed]


def marks_of(keys):
    """The marks of those of these keys that are rows with a version, as they stand."""
    each = [
        model._base_manager.order_by()
        .filter(pk__in=keys)
        .annotate(model=Value(model._meta.label_lower))
        .values_list("model", "pk", "version")
        for model in versioned()
    ]
    return " ".join(sign(Mark(*one)) for one in each[0].union(*each[1:], all=True))


def fresh(path):
    """What a page opened just now says at the foot of its form; nothing where no form need say it."""
    try:
        match = resolve(path.partition("?")[0])
    except Resolver404:
        return ""
    if not names_its_page(match.func, match.kwargs.values()):
        return ""
    return marks_of([one for one in match.kwargs.values() if isinstance(one, UUID)]) or _any()


def _any():
    """Of a row without a version the page says which whole it is a part of: to the tests any will do."""
    found = (model._base_manager.first() for model in versioned())
    return next((one.mark for one in found if one), "")

"""Words of the record for templates: names, labels, roots cut to what an eye compares."""

from typing import Any

from django import template
from django.utils.translation import gettext as _

from sanshe.core.audit import phrases, queries
from sanshe.core.audit.types import Entry, Link

register = template.Library()


@register.filter
def short_root(value: str) -> str:
    """The first eight digits in two groups, as printed on notices."""
    return f"{value[:4]} {value[4:8]}".upper()


@register.filter
def field_label(name: str) -> Any:
    """The word for a field that changed."""
    return queries.FIELD_LABELS.get(name) or phrases.FIELDS.get(name) or name


@register.filter
def kind_label(kind: str) -> str:
    """The word for a kind of subject."""
    return queries.KIND_LABELS.get(kind, kind)


@register.filter
def who(entry: Entry) -> str:
    """The person, as accounts knows the name; else as it was written at the time."""
    return system_name(entry.by_name)


@register.filter
def system_name(name: str) -> str:
    """The system's own acts have no person."""
    return _("系统") if name in ("system", "") else name


@register.filter
def subject_url(entry: Entry) -> str:
    """Where the subject is shown, when its app said so."""
    find = queries.URLS.get(entry.kind)
    return find(entry.subject) if find else ""


@register.filter
def in_list(link: Link) -> list[Link]:
    return [link]


@register.filter
def last_number(links: list[Link]) -> Any:
    """The number of the first seal that does not hold (links come newest first)."""
    return links[-1].number if links else ""

"""Words of the record for templates: names, labels, roots cut to what an eye compares."""

import datetime
import re
from typing import Any

from django import template
from django.utils.translation import gettext as _

from sanshe.core.audit import phrases, queries
from sanshe.core.audit.types import Entry, Link
from sanshe.core.ui.templatetags.ui import cn_date, shanghai_minute

register = template.Library()
KEY = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
MOMENT, DAY = re.compile(r"\d{4}-\d\d-\d\dT\d\d:"), re.compile(r"\d{4}-\d\d-\d\d")


@register.filter
def short_root(value: str) -> str:
    """The first eight digits in two groups, as printed on notices."""
    return f"{value[:4]} {value[4:8]}".upper()


@register.filter
def field_label(name: str) -> Any:
    """The word for a field that changed."""
    return queries.FIELD_LABELS.get(name) or phrases.FIELDS.get(name) or name


@register.filter
def told(entry: Entry, most: int = 4) -> list[tuple[Any, str, str]]:
    """(field, before, after) in words; keys of other rows tell a reader nothing and are left to the package."""
    rows = []
    for name, old, new in entry.changes:
        words = queries.VALUE_LABELS.get((entry.kind, name), {})
        before, after = (_words(words.get(value, value) if isinstance(value, str) else value) for value in (old, new))
        if before or after:
            rows.append((field_label(name), before, after))
    return rows[:most]


def _words(value: Any) -> str:
    """Days and moments as the house writes them; nothing for a key."""
    text = "" if value is None else "、".join(map(str, value)) if isinstance(value, list) else str(value)
    if KEY.fullmatch(text):
        return ""
    try:
        if MOMENT.match(text):
            return str(shanghai_minute(datetime.datetime.fromisoformat(text)))
        return cn_date(datetime.date.fromisoformat(text)) if DAY.fullmatch(text) else text
    except ValueError:
        return text


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
def in_list(link: Link) -> list[Link]:
    return [link]


@register.filter
def last_number(links: list[Link]) -> Any:
    """The number of the first seal that does not hold (links come newest first)."""
    return links[-1].number if links else ""

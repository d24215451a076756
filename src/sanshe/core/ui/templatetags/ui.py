"""Small things every page needs."""

import datetime
from typing import Any

from django import template
from django.template.defaultfilters import date as formatted
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sanshe.core.kit import ids, shanghai
from sanshe.core.ui import adapters, queries

register = template.Library()


@register.simple_tag(takes_context=True)
def request_id(context: template.Context) -> SafeString:
    """The hidden fields by which a form is answered once, and finds the page it stands on when it is refused."""
    request = context.get("request")
    page = format_html('<input type="hidden" name="_page" value="{}">', request.get_full_path()) if request else ""
    return format_html('<input type="hidden" name="_request_id" value="{}">{}', ids.new(), page)


@register.filter
def commas(number: int | None) -> str:
    """1,284."""
    return f"{number or 0:,}"


@register.filter
def fig(number: int | None, url: str = "") -> SafeString:
    """A counted number as a door to its rows; zero in grey, without one."""
    text = commas(number)
    if not number or not url:
        return format_html('<span class="s-fig{}">{}</span>', "" if number else " zero", text)
    return format_html('<a class="s-fig" href="{}">{}</a>', url, text)


@register.filter
def shanghai_time(moment: datetime.datetime | None) -> str:
    """2月18日 08:30."""
    return formatted(shanghai.local(moment), _("n月j日 H:i")) if moment else ""


@register.filter
def shanghai_hour(moment: datetime.datetime | None) -> str:
    """08:30."""
    return shanghai.local(moment).strftime("%H:%M") if moment else ""


@register.filter
def shanghai_minute(moment: datetime.datetime | None) -> str:
    """2022年2月18日 08:30."""
    return formatted(shanghai.local(moment), _("Y年n月j日 H:i")) if moment else ""


@register.filter
def at_time(text: str) -> str:
    """11:57 of a moment that is kept as text in a list of facts."""
    return shanghai.local(datetime.datetime.fromisoformat(text)).strftime("%H:%M") if text else ""


@register.filter
def cn_date(day: datetime.date | None) -> str:
    """2022年2月18日."""
    return queries.day_words(_as_day(day), is_long=True) if day else ""


@register.filter
def cn_day(day: datetime.date | None) -> str:
    """2月18日."""
    return queries.day_words(_as_day(day)) if day else ""


def _as_day(day: datetime.date) -> datetime.date:
    return shanghai.day(day) if isinstance(day, datetime.datetime) else day


@register.filter(name="get")
def get(table: Any, key: Any) -> Any:
    """The value of a table under a key; empty when it is not there."""
    return table.get(key, "") if table else ""


@register.filter
def attr(row: Any, name: str) -> Any:
    return getattr(row, name, "")


@register.simple_tag(takes_context=True)
def slot(context: template.Context, name: str, subject: Any = None) -> SafeString:
    """What other apps add at this place."""
    parts = queries.SLOTS.get(name, ())
    return mark_safe("".join(part(context["request"], subject) for part in parts))


@register.simple_tag
def address(name: str) -> str:
    """A URL by name, empty while nobody serves it."""
    return queries.address(name)


@register.simple_tag(takes_context=True)
def current(context: template.Context, url: str) -> SafeString:
    """Mark the line of the rail one is under."""
    path = context["shell"].path
    return mark_safe(' aria-current="page"') if queries.is_under(path, url) else mark_safe("")


@register.filter
def with_place(field: Any) -> Any:
    """A form control with our classes and its description. Only the library's own forms come with errors."""
    kind = field.field.widget.__class__.__name__
    classes = {"Select": "form-select", "CheckboxInput": "form-check-input", "RadioSelect": ""}.get(
        kind, "form-control"
    )
    about = {"class": classes, "aria-describedby": f"{field.auto_id}-about"}
    if field.errors:
        about |= {"class": f"{classes} is-invalid", "aria-invalid": "true"}
    return field.as_widget(attrs=about)


@register.filter
def short_print(value: str) -> str:
    """The first twelve digits of a fingerprint in groups of four, as printed."""
    return " ".join((value[:4], value[4:8], value[8:12])).upper()


@register.filter(name="qr")
def qr(text: str) -> SafeString:
    """A code for a telephone's camera."""
    return adapters.qr(text)


@register.simple_tag(takes_context=True)
def whole_address(context: template.Context, path: str) -> str:
    """A path of this house as one types it elsewhere."""
    return str(context["request"].build_absolute_uri(path))

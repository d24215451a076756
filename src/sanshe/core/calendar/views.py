"""The calendar to look at, to load a year into, and the hours of offices."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from sanshe.core.calendar import actions, queries, rules
from sanshe.core.calendar.enums import P
from sanshe.core.calendar.forms import HoursForm, YearForm
from sanshe.core.kit import shanghai
from sanshe.core.kit.access import needs
from sanshe.core.kit.asked import whole
from sanshe.core.ui.forms import sound


@needs(P.READ)
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """One loaded year, this one unless another is asked for."""
    today = shanghai.day(request.received_at)
    years = [one.year for one in queries.years()]
    asked = whole(request.GET.get("year"))
    year = asked if asked is not None and asked in years else today.year
    months = queries.months(year) if year in years else []
    facts = {"year": year, "years": years, "months": months, "today": today, "may_load": request.actor.may(P.LOAD)}
    facts["hours"] = queries.hours()
    return render(request, "calendar/calendar.html", facts)


@needs(P.LOAD)
@require_http_methods(["GET", "POST"])
def load(request: HttpRequest) -> HttpResponse:
    """Type in a year's notice; a line that can not be read is named and nothing is loaded."""
    if request.method == "POST":
        given = sound(YearForm(request.POST)).cleaned_data
        days = rules.read_notice(given["days"], given["year"])
        said = {"source": _("手工录入"), "by": request.actor, "at": request.received_at}
        year = actions.load_year(year=given["year"], days=days, **said)
        messages.success(request, _("{year} 年载入了 {n} 天。").format(year=year.year, n=len(days)))
        return redirect("calendar:index")
    return render(request, "calendar/load.html", {"form": YearForm()})


@needs(P.LOAD)
@require_http_methods(["GET", "POST"])
def hours(request: HttpRequest) -> HttpResponse:
    """The hours that offices keep from a day on."""
    if request.method == "POST":
        given = sound(HoursForm(request.POST)).cleaned_data
        said = {"by": request.actor, "at": request.received_at}
        actions.set_hours(starts_on=given["starts_on"], spans=rules.read_hours(given["spans"]), **said)
        messages.success(request, _("上班时间设好了。"))
        return redirect("calendar:index")
    return render(request, "calendar/hours.html", {"form": HoursForm()})

"""Every address, by app. An app that is not there yet brings no addresses."""

from importlib.util import find_spec

from django.urls import include, path

from sanshe.config import api
from sanshe.config.health import healthz

PLACES = {
    "": "sanshe.desk.urls",
    "incubation/": "sanshe.incubation.urls",
    "demo/": "sanshe.demo.urls",
    "objections/": "sanshe.core.objections.urls",
    "track/": "sanshe.core.tracking.urls",
    "v/": "sanshe.core.codes.urls.public",
    "codes/": "sanshe.core.codes.urls",
    "files/": "sanshe.core.files.urls",
    "notices/": "sanshe.core.notices.urls",
    "audit/": "sanshe.core.audit.urls",
    "login/": "sanshe.core.accounts.urls.door",
    "accounts/": "sanshe.core.accounts.urls",
    "parties/": "sanshe.core.parties.urls",
    "areas/": "sanshe.core.areas.urls",
    "d/": "sanshe.core.areas.urls.districts",
    "calendar/": "sanshe.core.calendar.urls",
    "search/": "sanshe.core.search.urls",
    "duties/": "sanshe.core.duties.urls",
    "ui/": "sanshe.core.ui.urls",
    "jobs/": "sanshe.core.jobs.urls",
    "privacy/": "sanshe.core.ui.urls.privacy",
}

LEDGERS = ("sanshe.core.papers.urls", "sanshe.core.imports.urls", "sanshe.core.ledgers.urls")  # the catch-all last


def _exists(module: str) -> bool:
    try:
        return find_spec(module) is not None
    except ModuleNotFoundError:
        return False


urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("api/", api.page, name="api_page"),
    path("api/v1/", api.api.urls),
    *(path(prefix, include(module)) for prefix, module in PLACES.items() if _exists(module)),
    *(path("ledgers/", include(module)) for module in LEDGERS),
]
handler400 = "sanshe.core.receipts.views.unreadable"
handler404 = "sanshe.core.ui.views.missing"
handler500 = "sanshe.core.receipts.views.failed"

"""Every address: our own few, and what the apps bring."""

from django.urls import include, path

from sanshe.config import api
from sanshe.config.found import places
from sanshe.config.health import healthz

urlpatterns = [
    path("healthz", healthz, name="healthz"),
    path("api/", api.page, name="api_page"),
    path("api/v1/", api.api.urls),
    *(path(prefix, include(module)) for prefix, module in places()),
]
handler400 = "sanshe.core.receipts.views.unreadable"
handler404 = "sanshe.core.ui.views.missing"
handler500 = "sanshe.core.receipts.views.failed"

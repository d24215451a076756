"""Addresses of the field."""

from django.urls import path

from sanshe.core.field.views import device, event, sync

PLACES = {"field/": "sanshe.core.field.urls"}
app_name = "field"
urlpatterns = [
    path("", device.devices, name="devices"),
    path("worker.js", sync.worker, name="worker"),
    path("register/", sync.register, name="register"),
    path("batch/", sync.batch, name="batch"),
    path("receipts/", sync.receipts, name="receipts"),
    path("pull/<str:kind>/", sync.pull, name="pull"),
    path("devices/<uuid:pk>/revoke/", device.revoke, name="revoke"),
    path("events/<uuid:pk>/", event.event, name="event"),
    path("events/<uuid:pk>/admit/", event.admit, name="admit"),
    path("events/<uuid:pk>/set-aside/", event.set_aside, name="set_aside"),
]

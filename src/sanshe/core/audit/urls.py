"""Addresses of the record."""

from django.urls import path

from sanshe.core.audit import views

app_name = "audit"
urlpatterns = [
    path("", views.record, name="record"),
    path("events/", views.events, name="events"),
    path("seals/", views.seals, name="seals"),
    path("verify/", views.verify, name="verify"),
    path("package/", views.package, name="package"),
]

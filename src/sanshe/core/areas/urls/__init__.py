"""Addresses of areas."""

from django.urls import path

from sanshe.core.areas.views import areas as views

PLACES = {
    "areas/": "sanshe.core.areas.urls",
    "d/": "sanshe.core.areas.urls.districts",
    "premises/": "sanshe.core.areas.urls.premises",
}
app_name = "areas"
urlpatterns = [
    path("", views.index, name="index"),
    path("<str:path>/", views.one, name="one"),
    path("<str:path>/end/", views.end, name="end"),
]

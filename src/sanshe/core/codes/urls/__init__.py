"""Addresses of codes for staff, below /codes/."""

from django.urls import path

from sanshe.core.codes.views import staff

PLACES = {"v/": "sanshe.core.codes.urls.public", "codes/": "sanshe.core.codes.urls"}
app_name = "codes"
urlpatterns = [
    path("<uuid:pk>/", staff.code, name="code"),
    path("<uuid:pk>/ask/", staff.ask, name="ask"),
    path("<uuid:pk>/decide/", staff.decide, name="decide"),
]

"""Addresses of parties."""

from django.urls import path

from sanshe.core.parties import views

app_name = "parties"
urlpatterns = [
    path("", views.index, name="index"),
    path("<uuid:organisation_id>/", views.organisation, name="organisation"),
    path("<uuid:organisation_id>/reveal/", views.reveal, name="reveal"),
]

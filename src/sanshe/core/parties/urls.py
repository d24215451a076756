"""Addresses of parties."""

from django.urls import path

from sanshe.core.parties import views

app_name = "parties"
urlpatterns = [
    path("", views.index, name="index"),
    path("new/", views.new, name="new"),
    path("<uuid:organisation_id>/edit/", views.edit, name="edit"),
    path("<uuid:organisation_id>/", views.organisation, name="organisation"),
    path("<uuid:organisation_id>/reveal/", views.reveal, name="reveal"),
]

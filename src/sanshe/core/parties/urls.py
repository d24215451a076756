"""Addresses of parties."""

from django.urls import path

from sanshe.core.parties.views import office, organisation

app_name = "parties"
urlpatterns = [
    path("", organisation.index, name="index"),
    path("new/", organisation.new, name="new"),
    path("offices/", office.offices, name="offices"),
    path("offices/new/", office.new, name="new_office"),
    path("offices/<uuid:office_id>/", office.edit, name="office"),
    path("<uuid:organisation_id>/edit/", organisation.edit, name="edit"),
    path("<uuid:organisation_id>/", organisation.organisation, name="organisation"),
    path("<uuid:organisation_id>/reveal/", organisation.reveal, name="reveal"),
]

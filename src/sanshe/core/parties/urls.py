"""Addresses of parties."""

from django.urls import path

from sanshe.core.parties.views import merging, office, organisation, person

app_name = "parties"
urlpatterns = [
    path("", organisation.index, name="index"),
    path("new/", organisation.new, name="new"),
    path("offices/", office.offices, name="offices"),
    path("offices/new/", office.new, name="new_office"),
    path("offices/<uuid:office_id>/", office.edit, name="office"),
    path("persons/", person.persons, name="persons"),
    path("persons/new/", person.new, name="new_person"),
    path("persons/<uuid:person_id>/", person.person, name="person"),
    path("persons/<uuid:person_id>/show/", person.show, name="show_person"),
    path("persons/<uuid:person_id>/correct/", person.correct, name="correct"),
    path("persons/<uuid:person_id>/merge/", person.merge, name="merge"),
    path("persons/<uuid:person_id>/destroy/", person.destroy, name="destroy"),
    path("<uuid:organisation_id>/edit/", organisation.edit, name="edit"),
    path("<uuid:organisation_id>/", organisation.organisation, name="organisation"),
    path("<uuid:organisation_id>/merge/", merging.merge, name="merge_organisation"),
    path("<uuid:organisation_id>/reveal/", organisation.reveal, name="reveal"),
]

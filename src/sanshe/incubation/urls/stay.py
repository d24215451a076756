"""Addresses of those in incubation: the centre's pages, and an organisation's own."""

from django.urls import path

from sanshe.incubation.views import stay as views

urlpatterns = [
    path("batches/<uuid:b>/entries/", views.entries, name="entries"),
    path("entries/<uuid:pk>/", views.entry, name="entry"),
    path("stay/<uuid:pk>/", views.own, name="stay"),
]

"""Addresses of links among the five."""

from django.urls import path

from sanshe.incubation.views import resource as views

urlpatterns = [
    path("stay/<uuid:pk>/links/", views.propose, name="link_propose"),
    path("links/<uuid:pk>/move/", views.move, name="link_move"),
]

"""Addresses of what comes before a call."""

from django.urls import path

from sanshe.incubation.views import planning as views

urlpatterns = [
    path("centres/new/", views.centre, name="centre"),
    path("batches/new/", views.plan, name="plan"),
    path("batches/<uuid:b>/plan/", views.replan, name="replan"),
    path("batches/<uuid:b>/call/wording/", views.wording, name="wording"),
    path("batches/<uuid:b>/call/back/", views.call_back, name="call_back"),
]

"""Addresses of the session and the pads."""

from django.urls import path

from sanshe.incubation.views import score as views

urlpatterns = [
    path("batches/<uuid:b>/session/", views.session, name="session"),
    path("batches/<uuid:b>/session/act/", views.act, name="session_act"),
    path("batches/<uuid:b>/pad/", views.pads, name="pads"),
    path("batches/<uuid:b>/pad/<uuid:application>/", views.pad, name="pad"),
    path("batches/<uuid:b>/pad/<uuid:application>/device/", views.device, name="device"),
]

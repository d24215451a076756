"""Addresses of the session and the pads."""

from django.urls import path

from sanshe.incubation.views import change, session
from sanshe.incubation.views import score as views

urlpatterns = [
    path("batches/<uuid:b>/session/", session.session, name="session"),
    path("batches/<uuid:b>/session/act/", session.act, name="session_act"),
    path("batches/<uuid:b>/session/present/", session.present, name="present"),
    path("batches/<uuid:b>/pad/<uuid:application>/change/", change.ask, name="ask_change"),
    path("batches/<uuid:b>/changes/", change.changes, name="changes"),
    path("batches/<uuid:b>/changes/<uuid:pk>/", change.answer, name="answer_change"),
    path("pad-worker.js", views.worker, name="pad_worker"),
    path("batches/<uuid:b>/pad/", views.pads, name="pads"),
    path("batches/<uuid:b>/pad/<uuid:application>/", views.pad, name="pad"),
    path("batches/<uuid:b>/pad/<uuid:application>/device/", views.device, name="device"),
]

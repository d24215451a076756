"""Addresses of the panel, its session and the pads."""

from django.urls import path

from sanshe.incubation.views.panel import change, leaving, members, panel, score, session

urlpatterns = [
    path("batches/<uuid:b>/panel/", panel.panel, name="panel"),
    path("batches/<uuid:b>/panel/order.<str:fmt>", panel.order, name="order"),
    path("batches/<uuid:b>/panel/members/", members.members, name="members"),
    path("batches/<uuid:b>/panel/members/<uuid:pk>/dismiss/", members.dismiss, name="dismiss"),
    path("batches/<uuid:b>/panel/lot/", panel.lot, name="lot"),
    path("batches/<uuid:b>/panel/lock/", panel.lock, name="lock"),
    path("batches/<uuid:b>/panel/relations/<uuid:pk>/", panel.decide, name="decide_recusal"),
    path("batches/<uuid:b>/declare/", panel.declare, name="declare"),
    path("batches/<uuid:b>/read/<uuid:pk>/", panel.read, name="read"),
    path("batches/<uuid:b>/session/", session.session, name="session"),
    path("batches/<uuid:b>/session/act/", session.act, name="session_act"),
    path("batches/<uuid:b>/session/present/", session.present, name="present"),
    path("batches/<uuid:b>/session/leaving/<uuid:pk>/", leaving.leaving, name="leaving"),
    path("batches/<uuid:b>/pad/<uuid:application>/change/", change.ask, name="ask_change"),
    path("batches/<uuid:b>/changes/", change.changes, name="changes"),
    path("batches/<uuid:b>/changes/<uuid:pk>/", change.answer, name="answer_change"),
    path("pad-worker.js", score.worker, name="pad_worker"),
    path("batches/<uuid:b>/pad/", score.pads, name="pads"),
    path("batches/<uuid:b>/pad/<uuid:application>/", score.pad, name="pad"),
    path("batches/<uuid:b>/pad/<uuid:application>/device/", score.device, name="device"),
]

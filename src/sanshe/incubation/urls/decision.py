"""Addresses of the tabulation and the decision."""

from django.urls import path

from sanshe.incubation.views.decision import decision, tabulation

urlpatterns = [
    path("batches/<uuid:b>/tabulation/", tabulation.tabulation, name="tabulation"),
    path("batches/<uuid:b>/tabulation/run/", tabulation.run, name="run"),
    path("batches/<uuid:b>/tabulation/check/", tabulation.check, name="check"),
    path("batches/<uuid:b>/tabulation/pack/", tabulation.pack, name="pack"),
    path("batches/<uuid:b>/tabulation/<uuid:pk>/", tabulation.place, name="place"),
    path("applications/<uuid:pk>/place/", tabulation.own_place, name="own_place"),
    path("batches/<uuid:b>/tabulation/<str:name>.<str:fmt>", tabulation.sheet_paper, name="sheet_paper"),
    path("batches/<uuid:b>/decision/", decision.decision, name="decision"),
    path("batches/<uuid:b>/decision/open/", decision.open_decision, name="open_decision"),
    path("batches/<uuid:b>/decision/submit/", decision.submit, name="submit_decision"),
    path("batches/<uuid:b>/decision/approve/", decision.approve, name="approve_decision"),
    path("batches/<uuid:b>/decision/<uuid:pk>/", decision.vote, name="vote"),
]

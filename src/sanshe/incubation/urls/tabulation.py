"""Addresses of the tabulation."""

from django.urls import path

from sanshe.incubation.views import tabulation as views

urlpatterns = [
    path("batches/<uuid:b>/tabulation/", views.tabulation, name="tabulation"),
    path("batches/<uuid:b>/tabulation/run/", views.run, name="run"),
    path("batches/<uuid:b>/tabulation/check/", views.check, name="check"),
    path("batches/<uuid:b>/tabulation/pack/", views.pack, name="pack"),
    path("batches/<uuid:b>/tabulation/<uuid:pk>/", views.place, name="place"),
    path("applications/<uuid:pk>/place/", views.own_place, name="own_place"),
    path("batches/<uuid:b>/tabulation/<str:name>.<str:fmt>", views.sheet_paper, name="sheet_paper"),
]

"""Addresses of batches and calls."""

from django.urls import path

from sanshe.incubation.views import batch as views

urlpatterns = [
    path("", views.home, name="home"),
    path("batches/<uuid:b>/", views.batch, name="batch"),
    path("batches/<uuid:b>/call/", views.call_edit, name="call_edit"),
    path("batches/<uuid:b>/call/approve/", views.call_approve, name="call_approve"),
    path("batches/<uuid:b>/call/publish/", views.call_publish, name="call_publish"),
    path("batches/<uuid:b>/call/amend/", views.call_amend, name="call_amend"),
    path("calls/<uuid:b>/", views.call, name="call"),
    path("calls/<uuid:b>/paper.<str:fmt>", views.call_paper, name="call_paper"),
]

"""Addresses of the decision."""

from django.urls import path

from sanshe.incubation.views import decision as views

urlpatterns = [
    path("batches/<uuid:b>/decision/", views.decision, name="decision"),
    path("batches/<uuid:b>/decision/open/", views.open_decision, name="open_decision"),
    path("batches/<uuid:b>/decision/submit/", views.submit, name="submit_decision"),
    path("batches/<uuid:b>/decision/approve/", views.approve, name="approve_decision"),
    path("batches/<uuid:b>/decision/<uuid:pk>/", views.vote, name="vote"),
]

"""Addresses of the screening."""

from django.urls import path

from sanshe.incubation.views import screening as views

urlpatterns = [
    path("batches/<uuid:b>/screening/", views.screening, name="screening"),
    path("batches/<uuid:b>/screening/<uuid:pk>/", views.screen, name="screen"),
    path("batches/<uuid:b>/screening/<uuid:pk>/judge/", views.judge, name="judge"),
    path("batches/<uuid:b>/screening/<uuid:pk>/prove/", views.prove, name="prove"),
    path("batches/<uuid:b>/screening/<uuid:pk>/visit/", views.visit, name="field_visit"),
    path("batches/<uuid:b>/reviews/<uuid:pk>/", views.answer_review, name="answer_review"),
]

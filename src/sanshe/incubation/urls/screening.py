"""Addresses of the screening."""

from django.urls import path

from sanshe.incubation.views.screening import screening

urlpatterns = [
    path("batches/<uuid:b>/screening/", screening.screening, name="screening"),
    path("batches/<uuid:b>/screening/<uuid:pk>/", screening.screen, name="screen"),
    path("batches/<uuid:b>/screening/<uuid:pk>/judge/", screening.judge, name="judge"),
    path("batches/<uuid:b>/screening/<uuid:pk>/prove/", screening.prove, name="prove"),
    path("batches/<uuid:b>/screening/<uuid:pk>/visit/", screening.visit, name="field_visit"),
    path("batches/<uuid:b>/reviews/<uuid:pk>/", screening.answer_review, name="answer_review"),
]

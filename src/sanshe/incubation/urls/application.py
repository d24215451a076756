"""Addresses of applications."""

from django.urls import path

from sanshe.incubation.views import application as views
from sanshe.incubation.views import writing

urlpatterns = [
    path("calls/<uuid:b>/apply/", writing.apply, name="apply"),
    path("applications/<uuid:pk>/form/", writing.form, name="form"),
    path("applications/<uuid:pk>/save/", writing.save, name="save"),
    path("applications/<uuid:pk>/papers/<str:slot>/", writing.attach, name="attach"),
    path("applications/<uuid:pk>/submit/", writing.submit, name="submit"),
    path("applications/<uuid:pk>/take-back/", writing.take_back, name="take_back"),
    path("applications/<uuid:pk>/review/", writing.review, name="ask_review"),
    path("applications/<uuid:pk>/", views.application, name="application"),
    path("applications/<uuid:pk>/reveal/", views.reveal, name="reveal"),
]

"""Addresses of graduation."""

from django.urls import path

from sanshe.incubation.views import graduation as views

urlpatterns = [
    path("entries/<uuid:e>/graduation/", views.graduation, name="graduation"),
    path("entries/<uuid:e>/graduation/propose/", views.propose, name="propose_graduation"),
    path("entries/<uuid:e>/graduation/approve/", views.approve, name="approve_graduation"),
    path("entries/<uuid:e>/graduation/certificate.<str:fmt>", views.certificate, name="certificate"),
    path("entries/<uuid:e>/graduation/visits/<uuid:pk>/", views.visit, name="visit"),
]

"""Addresses of leaving."""

from django.urls import path

from sanshe.incubation.views import exit as views

urlpatterns = [
    path("entries/<uuid:e>/exit/", views.leaving, name="exit"),
    path("entries/<uuid:e>/exit/propose/", views.propose, name="propose_exit"),
    path("entries/<uuid:e>/exit/approve/", views.approve, name="approve_exit"),
    path("entries/<uuid:e>/exit/lines/<int:no>/", views.hand_over, name="hand_over"),
    path("entries/<uuid:e>/exit/notice.<str:fmt>", views.leaving_paper, name="leaving_paper"),
]

"""Addresses of agreements."""

from django.urls import path

from sanshe.incubation.views import agreement as views

urlpatterns = [
    path("batches/<uuid:b>/agreements/", views.agreements, name="agreements"),
    path("batches/<uuid:b>/agreements/prepare/", views.prepare, name="prepare"),
    path("batches/<uuid:b>/agreements/archive/", views.archive, name="archive"),
    path("agreements/<uuid:pk>/", views.agreement, name="agreement"),
    path("agreements/<uuid:pk>/paper.<str:fmt>", views.agreement_paper, name="agreement_paper"),
    path("agreements/<uuid:pk>/sign/", views.sign, name="sign"),
    path("agreements/<uuid:pk>/replace/", views.replace, name="replace"),
]

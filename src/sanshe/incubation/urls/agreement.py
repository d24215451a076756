"""Addresses of agreements and the register."""

from django.urls import path

from sanshe.incubation.views.agreement import agreement, register

urlpatterns = [
    path("batches/<uuid:b>/agreements/", agreement.agreements, name="agreements"),
    path("batches/<uuid:b>/agreements/prepare/", agreement.prepare, name="prepare"),
    path("batches/<uuid:b>/agreements/archive/", agreement.archive, name="archive"),
    path("agreements/<uuid:pk>/", agreement.agreement, name="agreement"),
    path("agreements/<uuid:pk>/paper.<str:fmt>", agreement.agreement_paper, name="agreement_paper"),
    path("agreements/<uuid:pk>/sign/", agreement.sign, name="sign"),
    path("agreements/<uuid:pk>/replace/", agreement.replace, name="replace"),
    path("register/", register.register, name="register"),
]

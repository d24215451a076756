"""Addresses of quarterly reports."""

from django.urls import path

from sanshe.incubation.views import report as views

urlpatterns = [
    path("stay/<uuid:pk>/report/<int:no>/", views.form, name="report_form"),
    path("stay/<uuid:pk>/report/<int:no>/save/", views.save, name="report_save"),
    path("stay/<uuid:pk>/report/<int:no>/submit/", views.submit, name="report_submit"),
    path("stay/<uuid:pk>/report/<int:no>/take-back/", views.take_back, name="report_take_back"),
    path("entries/<uuid:pk>/report/<int:no>/judge/", views.judge, name="report_judge"),
    path("entries/<uuid:pk>/report/<int:no>.<str:fmt>", views.report_paper, name="report_paper"),
]

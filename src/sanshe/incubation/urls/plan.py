"""Addresses of plans."""

from django.urls import path

from sanshe.incubation.views import plan as views

urlpatterns = [
    path("stay/<uuid:pk>/plan/", views.form, name="plan_form"),
    path("stay/<uuid:pk>/plan/save/", views.save, name="plan_save"),
    path("stay/<uuid:pk>/plan/submit/", views.submit, name="plan_submit"),
    path("stay/<uuid:pk>/plan/take-back/", views.take_back, name="plan_take_back"),
    path("entries/<uuid:pk>/plan/judge/", views.judge, name="plan_judge"),
    path("entries/<uuid:pk>/plan.<str:fmt>", views.plan_paper, name="plan_paper"),
    path("milestones/<uuid:pk>/reach/", views.reach, name="reach"),
]

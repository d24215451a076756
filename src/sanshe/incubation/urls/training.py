"""Addresses of trainings."""

from django.urls import path

from sanshe.incubation.views import training as views

urlpatterns = [
    path("batches/<uuid:b>/trainings/", views.trainings, name="trainings"),
    path("batches/<uuid:b>/trainings/plan/", views.plan, name="training_plan"),
    path("trainings/<uuid:pk>/", views.training, name="training"),
    path("trainings/<uuid:pk>/sheet.<str:fmt>", views.sign_sheet, name="sign_sheet"),
    path("trainings/<uuid:pk>/record/", views.record, name="training_record"),
    path("trainings/<uuid:pk>/call-off/", views.call_off, name="training_off"),
]

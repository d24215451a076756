"""Addresses of supervision."""

from django.urls import path

from sanshe.incubation.views import supervision as views

urlpatterns = [
    path("entries/<uuid:pk>/supervision/", views.record, name="supervise"),
    path("entries/<uuid:pk>/supervision.<str:fmt>", views.record_paper, name="supervision_paper"),
    path("supervision/<uuid:pk>/follow/", views.follow, name="follow"),
]

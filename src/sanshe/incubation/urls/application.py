"""Addresses of applications."""

from django.urls import path

from sanshe.incubation.views import application as views

urlpatterns = [
    path("calls/<uuid:b>/apply/", views.apply, name="apply"),
    path("applications/<uuid:pk>/form/", views.form, name="form"),
    path("applications/<uuid:pk>/save/", views.save, name="save"),
    path("applications/<uuid:pk>/papers/<str:slot>/", views.attach, name="attach"),
    path("applications/<uuid:pk>/submit/", views.submit, name="submit"),
    path("applications/<uuid:pk>/take-back/", views.take_back, name="take_back"),
    path("applications/<uuid:pk>/review/", views.review, name="ask_review"),
    path("applications/<uuid:pk>/", views.application, name="application"),
    path("applications/<uuid:pk>/reveal/", views.reveal, name="reveal"),
]

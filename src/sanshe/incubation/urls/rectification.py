"""Addresses of rectifications and extensions."""

from django.urls import path

from sanshe.incubation.views import rectification as views

urlpatterns = [
    path("entries/<uuid:e>/assessments/<uuid:pk>/rectify/", views.issue, name="issue_rectification"),
    path("entries/<uuid:e>/rectifications/<uuid:pk>/", views.rectification, name="rectification"),
    path("entries/<uuid:e>/rectifications/<uuid:pk>/answer/", views.answer, name="answer_rectification"),
    path("entries/<uuid:e>/rectifications/<uuid:pk>/take-back/", views.take_back, name="take_back_answer"),
    path("entries/<uuid:e>/rectifications/<uuid:pk>/check/", views.check, name="check_rectification"),
    path("entries/<uuid:e>/rectifications/<uuid:pk>/notice.<str:fmt>", views.rectification_paper, name="rectify_paper"),
    path("entries/<uuid:e>/extension/", views.ask_extension, name="ask_extension"),
    path("entries/<uuid:e>/extension/<uuid:pk>/", views.decide_extension, name="decide_extension"),
]

"""Addresses of assessments."""

from django.urls import path

from sanshe.incubation.views import assessment as views
from sanshe.incubation.views import assessor, self_report

CASE = "entries/<uuid:e>/assessments/<uuid:pk>/"
urlpatterns = [
    path("batches/<uuid:b>/assessments/", views.assessments, name="assessments"),
    path("batches/<uuid:b>/assessments/announce/", views.announce, name="announce"),
    path("batches/<uuid:b>/indicators/<str:kind>/", views.indicators, name="indicators"),
    path(CASE, views.assessment, name="assessment"),
    path(f"{CASE}declare/", assessor.declare, name="declare_assessor"),
    path(f"{CASE}mark/", views.mark, name="mark"),
    path(f"{CASE}manage/", views.manage, name="manage_assessment"),
    path(f"{CASE}decide/", views.decide, name="decide_assessment"),
    path(f"{CASE}<str:what>.<str:fmt>", views.assessment_paper, name="assessment_paper"),
    path(f"{CASE}report/", self_report.report, name="report"),
    path(f"{CASE}report/save/", self_report.save, name="save_report"),
    path(f"{CASE}report/hand-in/", self_report.hand_in, name="hand_in_report"),
    path(f"{CASE}report/take-back/", self_report.take_back, name="take_back_self_report"),
    path(f"{CASE}report/files/", self_report.attach, name="attach_to_report"),
]

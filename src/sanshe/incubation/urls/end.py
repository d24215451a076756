"""Addresses of assessments, rectifications, graduation and leaving."""

from django.urls import path

from sanshe.incubation.views.end import assessment, assessor, exit, graduation, rectification, self_report

CASE = "entries/<uuid:e>/assessments/<uuid:pk>/"

urlpatterns = [
    path("batches/<uuid:b>/assessments/", assessment.assessments, name="assessments"),
    path("batches/<uuid:b>/assessments/announce/", assessment.announce, name="announce"),
    path("batches/<uuid:b>/indicators/<str:kind>/", assessment.indicators, name="indicators"),
    path(CASE, assessment.assessment, name="assessment"),
    path(f"{CASE}declare/", assessor.declare, name="declare_assessor"),
    path(f"{CASE}mark/", assessment.mark, name="mark"),
    path(f"{CASE}manage/", assessment.manage, name="manage_assessment"),
    path(f"{CASE}decide/", assessment.decide, name="decide_assessment"),
    path(f"{CASE}<str:what>.<str:fmt>", assessment.assessment_paper, name="assessment_paper"),
    path(f"{CASE}report/", self_report.report, name="report"),
    path(f"{CASE}report/save/", self_report.save, name="save_report"),
    path(f"{CASE}report/hand-in/", self_report.hand_in, name="hand_in_report"),
    path(f"{CASE}report/files/", self_report.attach, name="attach_to_report"),
    path("entries/<uuid:e>/assessments/<uuid:pk>/rectify/", rectification.issue, name="issue_rectification"),
    path("entries/<uuid:e>/rectifications/<uuid:pk>/", rectification.rectification, name="rectification"),
    path("entries/<uuid:e>/rectifications/<uuid:pk>/answer/", rectification.answer, name="answer_rectification"),
    path("entries/<uuid:e>/rectifications/<uuid:pk>/check/", rectification.check, name="check_rectification"),
    path(
        "entries/<uuid:e>/rectifications/<uuid:pk>/notice.<str:fmt>",
        rectification.rectification_paper,
        name="rectify_paper",
    ),
    path("entries/<uuid:e>/extension/", rectification.ask_extension, name="ask_extension"),
    path("entries/<uuid:e>/extension/<uuid:pk>/", rectification.decide_extension, name="decide_extension"),
    path("entries/<uuid:e>/graduation/", graduation.graduation, name="graduation"),
    path("entries/<uuid:e>/graduation/propose/", graduation.propose, name="propose_graduation"),
    path("entries/<uuid:e>/graduation/approve/", graduation.approve, name="approve_graduation"),
    path("entries/<uuid:e>/graduation/certificate.<str:fmt>", graduation.certificate, name="certificate"),
    path("entries/<uuid:e>/graduation/visits/<uuid:pk>/", graduation.visit, name="visit"),
    path("entries/<uuid:e>/exit/", exit.leaving, name="exit"),
    path("entries/<uuid:e>/exit/propose/", exit.propose, name="propose_exit"),
    path("entries/<uuid:e>/exit/approve/", exit.approve, name="approve_exit"),
    path("entries/<uuid:e>/exit/lines/<int:no>/", exit.hand_over, name="hand_over"),
    path("entries/<uuid:e>/exit/notice.<str:fmt>", exit.leaving_paper, name="leaving_paper"),
]

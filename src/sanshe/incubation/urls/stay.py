"""Addresses of those in incubation: the centre's pages, and an organisation's own."""

from django.urls import path

from sanshe.incubation.views.stay import plan, report, resource, stay, strike, supervision, support, training

urlpatterns = [
    path("batches/<uuid:b>/entries/", stay.entries, name="entries"),
    path("entries/<uuid:pk>/", stay.entry, name="entry"),
    path("stay/<uuid:pk>/", stay.own, name="stay"),
    path("stay/<uuid:pk>/plan/", plan.form, name="plan_form"),
    path("stay/<uuid:pk>/plan/save/", plan.save, name="plan_save"),
    path("stay/<uuid:pk>/plan/submit/", plan.submit, name="plan_submit"),
    path("entries/<uuid:pk>/plan/judge/", plan.judge, name="plan_judge"),
    path("entries/<uuid:pk>/plan.<str:fmt>", plan.plan_paper, name="plan_paper"),
    path("milestones/<uuid:pk>/reach/", plan.reach, name="reach"),
    path("batches/<uuid:b>/trainings/", training.trainings, name="trainings"),
    path("batches/<uuid:b>/trainings/plan/", training.plan, name="training_plan"),
    path("trainings/<uuid:pk>/", training.training, name="training"),
    path("trainings/<uuid:pk>/sheet.<str:fmt>", training.sign_sheet, name="sign_sheet"),
    path("trainings/<uuid:pk>/record/", training.record, name="training_record"),
    path("trainings/<uuid:pk>/call-off/", training.call_off, name="training_off"),
    path("recorded/<str:sort>/<uuid:pk>/strike/", strike.strike, name="strike"),
    path("entries/<uuid:pk>/supervision/", supervision.record, name="supervise"),
    path("entries/<uuid:pk>/supervision.<str:fmt>", supervision.record_paper, name="supervision_paper"),
    path("supervision/<uuid:pk>/follow/", supervision.follow, name="follow"),
    path("stay/<uuid:pk>/links/", resource.propose, name="link_propose"),
    path("links/<uuid:pk>/move/", resource.move, name="link_move"),
    path("entries/<uuid:pk>/desk/", support.desk, name="desk_give"),
    path("desks/<uuid:pk>/release/", support.release, name="desk_release"),
    path("entries/<uuid:pk>/support/", support.money, name="support_give"),
    path("support/<uuid:pk>/receipts/", support.receipt, name="receipt_give"),
    path("receipts/<uuid:pk>/check/", support.check, name="receipt_check"),
    path("stay/<uuid:pk>/report/<int:no>/", report.form, name="report_form"),
    path("stay/<uuid:pk>/report/<int:no>/save/", report.save, name="report_save"),
    path("stay/<uuid:pk>/report/<int:no>/submit/", report.submit, name="report_submit"),
    path("entries/<uuid:pk>/report/<int:no>/judge/", report.judge, name="report_judge"),
    path("entries/<uuid:pk>/report/<int:no>.<str:fmt>", report.report_paper, name="report_paper"),
]

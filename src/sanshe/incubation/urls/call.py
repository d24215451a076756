"""Addresses of batches, their calls, applications and the desk's book."""

from django.urls import path

from sanshe.incubation.views.call import application, application_form, batch, planning, receipt

urlpatterns = [
    path("", batch.home, name="home"),
    path("batches/<uuid:b>/", batch.batch, name="batch"),
    path("batches/<uuid:b>/call/", batch.call_edit, name="call_edit"),
    path("batches/<uuid:b>/call/approve/", batch.call_approve, name="call_approve"),
    path("batches/<uuid:b>/call/publish/", batch.call_publish, name="call_publish"),
    path("batches/<uuid:b>/call/amend/", batch.call_amend, name="call_amend"),
    path("calls/<uuid:b>/", batch.call, name="call"),
    path("calls/<uuid:b>/paper.<str:fmt>", batch.call_paper, name="call_paper"),
    path("batches/new/", planning.plan, name="plan"),
    path("batches/<uuid:b>/plan/", planning.replan, name="replan"),
    path("batches/<uuid:b>/call/wording/", planning.wording, name="wording"),
    path("batches/<uuid:b>/call/back/", planning.call_back, name="call_back"),
    path("calls/<uuid:b>/undertaking.<str:fmt>", batch.undertaking, name="undertaking"),
    path("calls/<uuid:b>/apply/", application_form.apply, name="apply"),
    path("applications/<uuid:pk>/form/", application_form.form, name="form"),
    path("applications/<uuid:pk>/save/", application_form.save, name="save"),
    path("applications/<uuid:pk>/papers/<str:slot>/", application_form.attach, name="attach"),
    path("applications/<uuid:pk>/submit/", application_form.submit, name="submit"),
    path("applications/<uuid:pk>/take-back/", application_form.take_back, name="take_back"),
    path("applications/<uuid:pk>/withdraw/", application_form.withdraw, name="withdraw"),
    path("applications/<uuid:pk>/review/", application_form.review, name="ask_review"),
    path("applications/<uuid:pk>/", application.application, name="application"),
    path("applications/<uuid:pk>/reveal/", application.reveal, name="reveal"),
    path("batches/<uuid:b>/receipts/", receipt.receipts, name="receipts"),
    path("batches/<uuid:b>/receipts/<int:no>/witness/", receipt.witness, name="witness"),
    path("batches/<uuid:b>/receipts/<int:no>/enter/", receipt.enter, name="enter"),
]

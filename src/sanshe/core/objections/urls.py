"""The addresses of cases. The public form and the lists stand under the addresses of their apps."""

from django.urls import path

from sanshe.core.objections.views import cases, public

app_name = "objections"
urlpatterns = [
    path("own/<uuid:pk>/", public.own, name="own"),
    path("own/<uuid:pk>/take-back/", public.take_back, name="take_back"),
    path("own/<uuid:pk>/withdraw/", public.withdraw, name="withdraw"),
    path("own/<uuid:pk>/review/", public.ask_review, name="ask_review"),
    path("<uuid:pk>/", cases.case, name="case"),
    path("<uuid:pk>/reveal/", cases.reveal, name="reveal"),
    path("<uuid:pk>/accept/", cases.accept, name="accept"),
    path("<uuid:pk>/decline/", cases.decline, name="decline"),
    path("<uuid:pk>/take-over/", cases.take_over, name="take_over"),
    path("<uuid:pk>/co-handler/", cases.co_handler, name="co_handler"),
    path("<uuid:pk>/note/", cases.note, name="note"),
    path("<uuid:pk>/judge/", cases.judge, name="judge"),
    path("<uuid:pk>/answer/", cases.answer, name="answer"),
    path("<uuid:pk>/withdraw/", cases.withdraw, name="withdraw_for"),
    path("<uuid:pk>/review/", cases.review, name="review"),
]

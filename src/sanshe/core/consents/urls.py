"""Addresses of consents."""

from django.urls import path

from sanshe.core.consents.views import own, staff

app_name = "consents"
urlpatterns = [
    path("of/<str:kind>/<uuid:key>/", staff.board, name="board"),
    path("requests/<uuid:key>/paper/", staff.paper, name="paper"),
    path("given/<uuid:key>/withdraw/", staff.withdraw, name="withdraw"),
    path("own/<uuid:key>/", own.own, name="own"),
    path("own/<uuid:key>/answer/", own.answer, name="answer"),
    path("own/<uuid:key>/code/", own.code, name="code"),
    path("own/<uuid:key>/<str:medium>/withdraw/", own.withdraw, name="own_withdraw"),
]

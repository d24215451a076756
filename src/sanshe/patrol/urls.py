"""Addresses of patrol."""

from django.urls import path

from sanshe.patrol.views import finding, phone, round, season, visit

app_name = "patrol"
urlpatterns = [
    path("", season.home, name="home"),
    path("phone/", phone.phone, name="phone"),
    path("programmes/new/", season.new, name="new_programme"),
    path("programmes/<uuid:key>/", season.programme, name="programme"),
    path("programmes/<uuid:key>/rounds/new/", season.plan_round, name="new_round"),
    path("programmes/<uuid:key>/close/", season.close, name="close_programme"),
    path("rounds/<uuid:key>/", round.round, name="round"),
    path("rounds/<uuid:key>/freeze/", round.freeze, name="freeze"),
    path("rounds/<uuid:key>/changes/", round.changes, name="changes"),
    path("rounds/<uuid:key>/assign/<str:path>/", round.assign, name="assign"),
    path("rounds/<uuid:key>/add/", round.add, name="add_stop"),
    path("rounds/<uuid:key>/close/", round.close, name="close_round"),
    path("rounds/<uuid:key>/daily/", round.daily, name="daily"),
    path("rounds/<uuid:key>/route/", round.route, name="route"),
    path("stops/<uuid:key>/", visit.stop, name="stop"),
    path("stops/<uuid:key>/visit/", visit.visit, name="visit"),
    path("visits/<uuid:key>/correct/", visit.correct, name="correct"),
    path("findings/<uuid:key>/", finding.finding, name="finding"),
    path("findings/<uuid:key>/give/", finding.give, name="give"),
    path("findings/<uuid:key>/report/", finding.report, name="report"),
    path("findings/<uuid:key>/rechecker/", finding.name_rechecker, name="name_rechecker"),
    path("findings/<uuid:key>/recheck/", finding.recheck, name="recheck"),
    path("findings/<uuid:key>/refer/", finding.refer, name="refer"),
    path("findings/<uuid:key>/answer/", finding.answer, name="answer"),
    path("findings/<uuid:key>/days/", finding.ask_days, name="ask_days"),
    path("findings/<uuid:key>/wait/", finding.ask_to_wait, name="ask_to_wait"),
    path("findings/<uuid:key>/resume/", finding.resume, name="resume"),
    path("requests/<uuid:key>/grant/", finding.grant, name="grant"),
    path("requests/<uuid:key>/decline/", finding.decline, name="decline"),
]

"""Addresses of pledges."""

from django.urls import path

from sanshe.pledges.views import campaign, people, session, sign

app_name = "pledges"
urlpatterns = [
    path("", campaign.home, name="home"),
    path("campaigns/new/", campaign.new, name="new_campaign"),
    path("campaigns/<uuid:key>/", campaign.campaign, name="campaign"),
    path("campaigns/<uuid:key>/close/", campaign.close, name="close_campaign"),
    path("campaigns/<uuid:key>/texts/new/", campaign.new_text, name="new_text"),
    path("campaigns/<uuid:key>/texts/<int:number>/", campaign.text, name="text"),
    path("campaigns/<uuid:key>/texts/<int:number>/approve/", campaign.approve, name="approve_text"),
    path("campaigns/<uuid:key>/texts/<int:number>/drop/", campaign.drop, name="drop_text"),
    path("campaigns/<uuid:key>/lessons/new/", campaign.new_lesson, name="new_lesson"),
    path("campaigns/<uuid:key>/sessions/new/", session.new, name="new_session"),
    path("campaigns/<uuid:key>/sessions/<uuid:pk>/", session.session, name="session"),
    path("campaigns/<uuid:key>/sessions/<uuid:pk>/held/", session.hold, name="hold_session"),
    path("campaigns/<uuid:key>/sessions/<uuid:pk>/together/", session.together, name="count_together"),
    path("campaigns/<uuid:key>/units/new/", session.new_unit, name="new_unit"),
    path("campaigns/<uuid:key>/sheets/new/", session.new_sheet, name="new_sheet"),
    path("campaigns/<uuid:key>/units/<uuid:unit>/", people.drivers, name="drivers"),
    path("campaigns/<uuid:key>/signed/", people.signed, name="signed"),
    path("pledges/<uuid:key>/", people.pledge, name="pledge"),
    path("pledges/<uuid:key>/void/", people.void, name="void"),
    path("sign/<uuid:key>/", sign.read, name="read"),
    path("sign/<uuid:key>/details/", sign.details, name="details"),
    path("sign/<uuid:key>/code/", sign.code, name="code"),
    path("own/<uuid:pk>/", sign.own, name="own"),
    path("own/<uuid:pk>/withdraw/", sign.withdraw, name="withdraw"),
    path("own/<uuid:pk>/place/", sign.place, name="place"),
]

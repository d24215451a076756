"""Addresses of activities."""

from django.urls import path

from sanshe.activities.views import booking, door, group, public, session, station

app_name = "activities"
urlpatterns = [
    path("", station.home, name="home"),
    path("stations/new/", station.new, name="new_station"),
    path("stations/<uuid:key>/", station.station, name="station"),
    path("stations/<uuid:key>/week/", station.week, name="week"),
    path("stations/<uuid:key>/door/", station.door_sheet, name="door_sheet"),
    path("stations/<uuid:key>/door/renew/", station.renew_door, name="renew_door"),
    path("stations/<uuid:key>/enter/", station.enter, name="enter"),
    path("stations/<uuid:key>/spaces/new/", station.new_space, name="new_space"),
    path("stations/<uuid:key>/hours/", station.hours, name="hours"),
    path("stations/<uuid:key>/change/", station.change, name="change"),
    path("stations/<uuid:key>/limit/", station.limit, name="limit"),
    path("stations/<uuid:key>/groups/new/", group.new, name="new_group"),
    path("groups/<uuid:key>/", group.group, name="group"),
    path("groups/<uuid:key>/file/", group.file, name="file_group"),
    path("groups/<uuid:key>/suspend/", group.suspend, name="suspend_group"),
    path("groups/<uuid:key>/resume/", group.resume, name="resume_group"),
    path("groups/<uuid:key>/dissolve/", group.dissolve, name="dissolve_group"),
    path("groups/<uuid:key>/members/add/", group.add_member, name="add_member"),
    path("groups/<uuid:key>/members/drop/", group.drop_member, name="drop_member"),
    path("groups/<uuid:key>/lead/", group.lead, name="change_leader"),
    path("groups/<uuid:key>/book/", booking.new, name="book"),
    path("bookings/<uuid:key>/arrive/", booking.arrive, name="arrive"),
    path("bookings/<uuid:key>/cancel/", booking.cancel, name="cancel_booking"),
    path("misses/<uuid:key>/lift/", booking.lift, name="lift_miss"),
    path("sessions/<uuid:key>/", session.session, name="session"),
    path("sessions/<uuid:key>/close/", session.close, name="close_session"),
    path("sessions/<uuid:key>/count/", session.count, name="count_heads"),
    path("sessions/<uuid:key>/sign/", session.sign, name="sign_session"),
    path("sessions/<uuid:key>/correct/", session.correct, name="correct_session"),
    path("parts/<uuid:key>/tick/", session.tick, name="tick"),
    path("parts/<uuid:key>/leave/", session.leave, name="leave_for"),
    path("joinings/<uuid:key>/answer/<uuid:part>/", session.answer, name="answer_for"),
    path("open/", public.stations, name="stations"),
    path("open/<uuid:key>/", public.open_station, name="open_station"),
    path("at/<str:code>/", door.door, name="door"),
    path("at/<str:code>/ask/<uuid:key>/", door.ask, name="ask"),
    path("asked/<uuid:key>/", door.asked, name="asked"),
    path("mine/<uuid:key>/", door.mine, name="mine"),
    path("mine/<uuid:key>/leave/", door.leave, name="leave"),
    path("mine/<uuid:key>/answer/<uuid:joining>/", door.answer, name="answer"),
]

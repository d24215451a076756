"""Addresses of notices."""

from django.conf import settings
from django.urls import path

from sanshe.core.notices import views

app_name = "notices"
DEMO = [path("sms/", views.messages.sms, name="sms")] if settings.IS_DEMO else []
urlpatterns = [
    *DEMO,
    path("", views.public.index, name="index"),
    path("desk/", views.desk.desk, name="desk"),
    path("desk/<uuid:notice_id>/", views.desk.one, name="one"),
    path("inbox/", views.messages.inbox, name="inbox"),
    path("inbox/read/", views.messages.read_all, name="read_all"),
    path("inbox/<uuid:message_id>/", views.messages.message, name="message"),
    path("<str:serial>/", views.public.notice, name="notice"),
    path("<str:serial>/paper.<str:fmt>", views.public.paper, name="paper"),
]

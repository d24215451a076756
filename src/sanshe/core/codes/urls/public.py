"""What a printed code opens, below /v/: short, so that the code stays coarse enough for an old telephone."""

from django.urls import path

from sanshe.core.codes.views import public

app_name = "verification"
urlpatterns = [
    path("", public.enter, name="enter"),
    path("<str:token>", public.code, name="code"),
]

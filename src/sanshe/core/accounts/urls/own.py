"""Our own addresses below /accounts/."""

from django.urls import path

from sanshe.core.accounts import views

app_name = "accounts"
urlpatterns = [
    path("out/", views.logout, name="logout"),
    path("phone/", views.phone, name="phone"),
    path("phone/code/", views.code, name="code"),
    path("link/<str:secret>/", views.link, name="link"),
    path("unsent/", views.unsent, name="unsent"),
    path("unsent/drop/", views.drop, name="drop"),
]

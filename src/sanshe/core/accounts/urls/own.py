"""Our own addresses below /accounts/."""

from django.urls import path

from sanshe.core.accounts import views

app_name = "accounts"
urlpatterns = [
    path("phone/", views.phone, name="phone"),
    path("phone/code/", views.code, name="code"),
    path("link/<str:secret>/", views.link, name="link"),
    path("people/", views.people, name="people"),
    path("people/appoint/", views.appoint, name="appoint"),
    path("people/<uuid:user_id>/", views.people, name="person"),
    path("people/<uuid:user_id>/link/", views.give_link, name="give_link"),
    path("people/<uuid:user_id>/out/", views.sign_out, name="sign_out"),
    path("people/terms/<uuid:term_id>/end/", views.end, name="end"),
    path("people/handovers/<uuid:pk>/", views.handover, name="handover"),
    path("unsent/", views.unsent, name="unsent"),
    path("unsent/drop/", views.drop, name="drop"),
]

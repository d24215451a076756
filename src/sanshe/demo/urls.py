"""Addresses of the demo."""

from django.urls import path

from sanshe.demo import views

app_name = "demo"
urlpatterns = [
    path("enter/<str:key>/", views.enter, name="enter"),
    path("sheet/<str:importer>.csv", views.sheet, name="sheet"),
    path("step/<str:code>/", views.step, name="step"),
]

"""The front of each district, at an address short enough to print: /d/140213/."""

from django.urls import path

from sanshe.core.areas.views import areas as views

app_name = "districts"
urlpatterns = [path("<str:path>/", views.choose, name="choose")]

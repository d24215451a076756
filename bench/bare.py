"""The measure of everything: a Django view that says ok, without any middleware."""

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse
from django.urls import path

from sanshe.config.stage import Stage

settings.configure(ALLOWED_HOSTS=["*"], ROOT_URLCONF=__name__, MIDDLEWARE=[], SECRET_KEY="bare", USE_TZ=True)
urlpatterns = [path("", lambda request: HttpResponse("ok"))]
application = get_wsgi_application()
stage = Stage(application)

"""The doors for web servers: `stage` for our own, `application` for any other."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanshe.config.settings")

from django.core.wsgi import get_wsgi_application

from sanshe.config.stage import Stage

application = get_wsgi_application()
stage = Stage(application)

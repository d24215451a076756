"""The door for web servers."""

import os

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanshe.config.settings")

from django.core.wsgi import get_wsgi_application  # noqa: E402  (needs the settings' name first)

application = get_wsgi_application()

"""The house with another degree of care for the disk, for the control of `test_power`."""

import os

from django.conf import settings

how = settings.DATABASES["default"]["OPTIONS"]
how["init_command"] = how["init_command"].replace("synchronous=FULL", f"synchronous={os.environ['PLAY_SYNCHRONOUS']}")

from sanshe.config.wsgi import stage  # noqa: E402, F401 - the settings first

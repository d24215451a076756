"""One data folder a run, made before the settings are read; fixtures and the record's guards as plugins."""

import os
import tempfile

os.environ["SANSHE_DATA"] = tempfile.mkdtemp(prefix="sanshe-tests-")
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanshe.config.settings")

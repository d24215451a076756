"""Fails when a model changed without a migration."""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanshe.config.settings")

django.setup()

from django.core.management import call_command  # noqa: E402 - the apps must be ready first

call_command("makemigrations", "--check", "--dry-run")

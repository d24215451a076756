"""How many tips are taken from one address."""

from datetime import timedelta

MOST, PER = 5, timedelta(hours=1)

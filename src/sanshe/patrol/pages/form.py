"""The blank sheet of a visit in our words."""

from dataclasses import replace

from sanshe.core.sheets.types import worded
from sanshe.patrol.phrases import HEATING, QUESTIONS
from sanshe.patrol.rules import form

BLANK = worded(
    "patrol.visit",
    (replace(one, options=tuple(HEATING.items())) if one.options else one for one in form.QUESTIONS),
    QUESTIONS,
)

"""How long what identifies a person is kept: ruled, not asked."""

from datetime import date, timedelta

IDENTITY_SLOTS = ("certificate",)
IMAGE_DAYS = 30


def is_image_over(*, review_ended_on: date | None, today: date) -> bool:
    """Identity images of who was not selected go 30 days after the last day on which the result could be reviewed;
    None while that day is not known, or somebody's review is open."""
    return review_ended_on is not None and today > review_ended_on + timedelta(days=IMAGE_DAYS)

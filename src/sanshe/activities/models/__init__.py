"""Rows of activities."""

from sanshe.activities.models.booking import BookedZone, Booking, Claim, Miss
from sanshe.activities.models.group import Group, Member
from sanshe.activities.models.session import Correction, Joining, JoiningAnswer, Part, Presence, Session, Use
from sanshe.activities.models.station import HeadLimit, HoursChange, Space, Station, Timetable, TimetableSpan, Zone

__all__ = [
    "BookedZone",
    "Booking",
    "Claim",
    "Correction",
    "Group",
    "HeadLimit",
    "HoursChange",
    "Joining",
    "JoiningAnswer",
    "Member",
    "Miss",
    "Part",
    "Presence",
    "Session",
    "Space",
    "Station",
    "Timetable",
    "TimetableSpan",
    "Use",
    "Zone",
]

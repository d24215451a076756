"""Writing pledges."""

from sanshe.pledges.actions.campaign import (
    add_lesson,
    approve_text,
    close_campaign,
    draft_text,
    drop_text,
    open_campaign,
)
from sanshe.pledges.actions.ending import place, void, withdraw
from sanshe.pledges.actions.paper import enter_sheet
from sanshe.pledges.actions.session import add_unit, count_drivers, count_together, hold_session, plan_session
from sanshe.pledges.actions.signing import ask_code, sign_own

__all__ = [
    "add_lesson",
    "add_unit",
    "approve_text",
    "ask_code",
    "close_campaign",
    "count_drivers",
    "count_together",
    "draft_text",
    "drop_text",
    "enter_sheet",
    "hold_session",
    "open_campaign",
    "place",
    "plan_session",
    "sign_own",
    "void",
    "withdraw",
]

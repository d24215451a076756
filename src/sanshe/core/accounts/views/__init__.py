"""Pages of accounts."""

from sanshe.core.accounts.views.door import login, logout, old_login
from sanshe.core.accounts.views.refusals import ask_for_second_factor, turned_away

__all__ = ["ask_for_second_factor", "login", "logout", "old_login", "turned_away"]

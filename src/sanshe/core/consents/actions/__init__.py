"""Writing consents."""

from sanshe.core.consents.actions.answer import answer_on_paper, answer_own, send_code, shown
from sanshe.core.consents.actions.ask import ask
from sanshe.core.consents.actions.ending import expire_over, forget_over, withdraw

__all__ = ["answer_on_paper", "answer_own", "ask", "expire_over", "forget_over", "send_code", "shown", "withdraw"]

"""Who has entered incubation, counted once for life."""

from sanshe.incubation.enums.agreement.register import RegisterRefusal as R
from sanshe.incubation.enums.agreement.register import TotalName


def refusal_to_graduate(*, credit_code_valid: bool, filing_number: str) -> R | None:
    """出壳 needs a registration or a valid filing."""
    return None if credit_code_valid or filing_number else R.NO_LEGAL_IDENTITY


def total_name(*, running: int, in_incubation: int, left: int) -> TotalName:
    """累计孵化 is said only when no batch runs, nobody is in incubation and all graduated; until then they entered."""
    return TotalName.ENTERED if running or in_incubation or left else TotalName.INCUBATED

"""Writing signatures."""

from sanshe.core.signing.actions.code import USE, prove, send_code
from sanshe.core.signing.actions.signing import destroy_over, keep_until, sign

__all__ = ["USE", "destroy_over", "keep_until", "prove", "send_code", "sign"]

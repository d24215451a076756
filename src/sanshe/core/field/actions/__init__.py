"""Writes of the field."""

from sanshe.core.field.actions.batch import receive
from sanshe.core.field.actions.decision import admit, set_aside
from sanshe.core.field.actions.device import register, revoke
from sanshe.core.field.actions.retention import destroy_over

__all__ = ["admit", "destroy_over", "receive", "register", "revoke", "set_aside"]

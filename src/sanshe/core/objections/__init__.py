"""Objections 异议 to what was announced: raised by anyone, handled by somebody who had no part in it."""

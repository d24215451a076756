"""Pure rules of the record."""

BATCH = 1000
INLINE = 20_000

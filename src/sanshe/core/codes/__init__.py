"""Codes: what a printed QR says about the thing it stands on, and whether it still holds."""

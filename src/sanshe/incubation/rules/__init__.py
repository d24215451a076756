"""What may be done when, as pure answers: a refusal code or None."""

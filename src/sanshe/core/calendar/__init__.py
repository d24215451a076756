"""Calendar: the State Council's working days, and every clock that counts them."""

"""What may be done at a station, asked without a database."""

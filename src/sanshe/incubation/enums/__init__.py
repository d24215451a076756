"""States, kinds and codes of the incubation cases, one file a case."""

"""The writes of incubation, one file a case."""

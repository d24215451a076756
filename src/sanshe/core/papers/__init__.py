"""Papers: texts that are data, filled and kept as they were made, alone or as a set."""

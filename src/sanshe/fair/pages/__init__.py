"""Values of the pages of fairs."""

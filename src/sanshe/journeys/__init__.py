"""One file per use case that writes in two domain apps; empty until there are two."""

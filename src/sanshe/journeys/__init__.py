"""One file for each way from one domain app into another, which know nothing of each other."""

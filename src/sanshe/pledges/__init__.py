"""Pledges: campaigns in which people sign a text of which each version is kept, and how many of them stand."""

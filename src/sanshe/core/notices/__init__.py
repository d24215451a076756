"""Notices: what is made public, and messages to people."""

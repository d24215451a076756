"""The demo district: its clock, chapters and one-click roles; only on a data folder made for it."""

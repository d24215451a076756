"""The demo's own writes: its clock, and the story told by the apps' actions."""

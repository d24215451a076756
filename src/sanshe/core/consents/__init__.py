"""Consents: who agreed to be shown, how, and for how long."""

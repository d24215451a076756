"""Signing: who signed which exact text, how, and a chain that shows whether anything was changed since."""

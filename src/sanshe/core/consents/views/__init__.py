"""Faces of consents: for who asks, and for who was asked."""

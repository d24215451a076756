"""What pages of creation show."""

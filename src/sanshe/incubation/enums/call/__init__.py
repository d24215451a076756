"""The call 招募 and the applications that answer it."""

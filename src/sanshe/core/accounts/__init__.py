"""Who works here: users, appointments, signing in, and who may what."""

"""Settings, addresses and entry points: the roof, which nothing imports."""

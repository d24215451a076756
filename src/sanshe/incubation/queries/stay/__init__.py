"""The months in incubation 在孵."""

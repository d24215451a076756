"""Demo: a district that was never there, its clock, its chapters and its one-click roles."""

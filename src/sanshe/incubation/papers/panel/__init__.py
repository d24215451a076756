"""The panel 评审小组 and its session."""

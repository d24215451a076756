"""The papers of a case: 异议受理通知书, 异议答复书, 异议复核答复书."""

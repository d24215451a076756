"""The floor all domain apps stand on: one folder a noun, arrows only down (docs/structure.md)."""

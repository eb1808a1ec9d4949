"""Conflicts: both values side by side, a person decides."""

"""Figures with their definitions, from rows to tables."""

"""Rosters and ledgers in and out as xlsx."""

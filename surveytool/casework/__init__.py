"""Casework: a county's way of working as data, and what it says of a household."""

"""Profiles and procedures: what a county checks, allows and requires."""

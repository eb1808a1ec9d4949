"""Approvals: the county decides the plans that wait."""

"""Sheets from values to PDF."""

"""Spreadsheet rosters and ledgers, in and out."""

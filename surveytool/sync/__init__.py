"""The package file: write, read, refuse; keys, seals, receipts."""

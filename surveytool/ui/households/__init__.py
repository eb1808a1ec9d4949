"""The households of a village: list, filters, one household beside it."""

"""A demo county of fictional people, the same for the same seed."""

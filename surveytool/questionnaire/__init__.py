"""A form, and a session in which it is being filled in."""

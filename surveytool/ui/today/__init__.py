"""Today: what waits, one click from being worked on."""

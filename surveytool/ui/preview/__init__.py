"""The preview of paper, and the way to the printer."""

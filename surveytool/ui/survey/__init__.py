"""A form being filled in: sections, questions, what follows from the answers."""

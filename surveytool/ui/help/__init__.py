"""The manual, opened with F1, offline."""

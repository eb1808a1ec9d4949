"""Settings: language, text size, who works here, about."""

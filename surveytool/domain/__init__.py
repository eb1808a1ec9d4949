"""The vocabulary: what a household, a change, a problem is, and their laws."""

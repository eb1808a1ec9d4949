"""Offline survey and casework for watching over rural households."""

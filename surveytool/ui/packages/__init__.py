"""Packages: send changes, take them in, join a county."""

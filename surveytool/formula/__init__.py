"""Reads ODK XPath expressions, says which answers they look at, evaluates them."""

"""Reads an ODK XPath expression, says which answers it looks at, evaluates it."""

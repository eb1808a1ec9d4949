"""The functions of XPath 1.0 and of the ODK XForms specification."""

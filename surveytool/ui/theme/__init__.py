"""The visual language: colours, sizes, fonts, icons and one stylesheet."""

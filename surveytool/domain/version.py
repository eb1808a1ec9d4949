"""The program's version, as packages, backups and the screen name it."""

VERSION = "0.1.0"

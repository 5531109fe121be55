"""The newsdesk: a raw dump in, clean and tagged stories out. Imports nothing of Pelican."""

__version__ = "0.1.0"

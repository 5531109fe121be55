"""The newsdesk: a raw dump in, clean and tagged stories out. Imports nothing of Pelican."""

"""Authority files: headings, variants and codes as small tables."""

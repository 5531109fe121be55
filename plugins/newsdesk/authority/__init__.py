"""Authority files: headings, variants and codes as small tables.

`load()` reads the two heading lists (cheap: no names, no places), with the user's own
`authority/*.csv` laid over them. Cells that hold several values separate them by `|`.
"""

from newsdesk.authority.acceptance import accept
from newsdesk.authority.check import check
from newsdesk.authority.headings import Authority, Country, Organization, load, written
from newsdesk.authority.tables import rows

__all__ = ["Authority", "Country", "Organization", "accept", "check", "load", "rows", "written"]

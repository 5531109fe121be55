"""The archive as tables for research: JSON Lines, CSV, SQLite and Parquet, and what describes them.

One pass over the content files feeds all of them, story by story.
"""

from newsdesk.export.running import FORMATS, Exported, export
from newsdesk.export.stories import Choice

__all__ = ["FORMATS", "Choice", "Exported", "export"]

"""Cells of a table that a spreadsheet may open: text, never a formula."""

from __future__ import annotations

# What spreadsheets take for the beginning of a formula, and control characters that hide one.
FORMULA = frozenset("=+-@\t\r\n|%＝＋－＠")


def safe(text: str) -> str:
    """Return text for a cell of a CSV file: `=HYPERLINK(...)` becomes `'=HYPERLINK(...)`.

    The apostrophe is how spreadsheets themselves mark such a cell as text (OWASP, "CSV injection").
    """
    return f"'{text}" if text[:1] in FORMULA and text else text


def row(values: tuple[str | int, ...]) -> str:
    """Return one line of a CSV file (RFC 4180, line feed at its end), every cell safe."""
    cells = (str(v) if isinstance(v, int) else safe(v) for v in values)
    return ",".join(map(_quoted, cells)) + "\n"


def _quoted(cell: str) -> str:
    if '"' in cell or "," in cell or "\n" in cell or "\r" in cell:
        return '"' + cell.replace('"', '""') + '"'
    return cell

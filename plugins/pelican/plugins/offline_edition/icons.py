"""The archive's mark as a picture in any size, drawn without a drawing program.

The same shapes as `theme/static/img/icon.svg`, in its light colours.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence

GRID = 32  # the shapes' own units
FINE = 4  # samples a pixel, each way

Colour = tuple[int, int, int]
INK: Colour = (0x8F, 0x1C, 0x1C)
PAPER: Colour = (0xFC, 0xFA, 0xF5)

Shape = Sequence[tuple[float, float]]
FOLDER: Shape = ((2, 6), (12, 6), (14, 9), (30, 9), (30, 28), (2, 28))
PRINT: tuple[tuple[float, float, float, float], ...] = (
    (6, 13, 20, 2), (6, 17.5, 9, 7), (18, 17.5, 8, 1.5), (18, 20.25, 8, 1.5), (18, 23, 8, 1.5),
)  # fmt: skip


def icon(size: int, inset: float = 0) -> bytes:
    """Return the mark as a PNG, `size` pixels wide and high.

    `inset` is the share left free on every side; then the ground is paper, else it is clear.
    """
    rects = [((x, y), (x + w, y), (x + w, y + h), (x, y + h)) for x, y, w, h in PRINT]
    folder = _covered(FOLDER, size, inset)
    lines = [_covered(rect, size, inset) for rect in rects]
    rows = []
    for ink, *papers in zip(folder, *lines, strict=True):
        row = bytearray([0])  # PNG: this row is stored as it is
        for column, covered in enumerate(ink):
            colour = _mixed(INK, PAPER, min(1.0, sum(one[column] for one in papers)))
            if inset:
                row += bytes([*_mixed(PAPER, colour, covered), 255])
            else:
                row += bytes([*colour, round(255 * covered)])
        rows.append(bytes(row))
    head = struct.pack(">IIBBBBB", size, size, 8, 6, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(rows), 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(*part) for part in parts)


def _mixed(one: Colour, other: Colour, share: float) -> Colour:
    red, green, blue = (round(a + (b - a) * share) for a, b in zip(one, other, strict=True))
    return red, green, blue


def _covered(shape: Shape, size: int, inset: float) -> Iterator[list[float]]:
    """Yield for each row of pixels how much of each pixel lies in the shape, 0 to 1."""
    scale = size * FINE * (1 - 2 * inset) / GRID
    points = [(x * scale + inset * size * FINE, y * scale + inset * size * FINE) for x, y in shape]
    edges = list(zip(points, [*points[1:], points[0]], strict=True))
    for row in range(size):
        covered = [0.0] * size
        for fine in range(FINE):
            middle = row * FINE + fine + 0.5
            crossings = sorted(
                a[0] + (middle - a[1]) * (b[0] - a[0]) / (b[1] - a[1])
                for a, b in edges
                if min(a[1], b[1]) <= middle < max(a[1], b[1])
            )
            for start, end in zip(crossings[::2], crossings[1::2], strict=True):
                for column in range(int(start / FINE), min(size, int(end / FINE) + 1)):
                    inside = min(end, (column + 1) * FINE) - max(start, column * FINE)
                    covered[column] += max(0.0, inside) / FINE / FINE
        yield covered


def _chunk(kind: bytes, data: bytes) -> bytes:
    body = kind + data
    return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

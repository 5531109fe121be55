"""Pagefind's filters in order: the same bytes, whatever order they came in."""

import gzip
from itertools import permutations

from pelican.plugins.search_index.bundle import SIGNATURE
from pelican.plugins.search_index.ordering import named_by, ordered_filter, ordered_meta

VALUES = (
    b"\x82\x62TJ\x82\x01\x18\x20",
    b"\x82\x62AF\x81\x19\x01\x00",
    b"\x82\x78\x18" + b"u" * 24 + b"\x80",
)
PAIRS = (b"\x82\x67country\x6bund_1234567", b"\x82\x64year\x6bund_89abcde")


def test_values_of_a_filter_are_in_order():
    head = SIGNATURE + b"\x82\x67country\x83"
    made = {
        ordered_filter(gzip.compress(head + b"".join(p)), SIGNATURE) for p in permutations(VALUES)
    }
    assert len(made) == 1
    data = gzip.decompress(made.pop())
    assert data == head + b"".join(sorted(VALUES))


def test_filters_of_a_meta_index_are_in_order_and_renamed():
    names = {"und_1234567": named_by(b"one"), "und_89abcde": named_by(b"two")}
    made = {
        ordered_meta(gzip.compress(SIGNATURE + b"\x82" + a + b + b"\x80\x80"), names)
        for a, b in permutations(PAIRS)
    }
    (data,) = map(gzip.decompress, made)
    assert data.count(b"und_") == 2
    assert data.index(b"year") < data.index(b"country")  # shorter names first, as CBOR has it
    assert data.endswith(b"\x80\x80")

"""Writes the golden site; run by `./inv golden`, not collected by the tests."""

from test_golden import EXPECTED, pages


def test_renew(sample_site):
    for name, text in pages(sample_site).items():
        (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
        (EXPECTED / name).write_text(text, encoding="utf-8")
    assert pages(EXPECTED) == pages(sample_site)

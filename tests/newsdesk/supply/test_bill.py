"""The bill of materials: valid by CycloneDX's own schema, complete, the same for the same locks."""

import json
from datetime import UTC, datetime
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from newsdesk.supply.bill import bill
from newsdesk.supply.locks import read_locks

ROOT = Path(__file__).resolve().parents[3]
WHEN = datetime(2026, 11, 27, tzinfo=UTC)


def made():
    return bill(read_locks(ROOT / "requirements"), WHEN)


def test_the_schema_of_cyclonedx_accepts_it_and_would_refuse_another():
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.validate_str(made()) is None
    assert validator.validate_str(made().replace('"library"', '"bookcase"', 1)) is not None


def test_it_lists_every_locked_package_with_its_hashes_and_what_it_is_for():
    packages = read_locks(ROOT / "requirements")
    told = {part["purl"]: part for part in json.loads(made())["components"]}
    assert set(told) == {f"pkg:pypi/{each.name}@{each.version}" for each in packages}
    for each in packages:
        part = told[f"pkg:pypi/{each.name}@{each.version}"]
        hashes = [p["value"] for p in part["properties"] if p["name"] == "backfile:sha256"]
        assert tuple(hashes) == each.hashes
    scopes = {part["name"]: part["scope"] for part in told.values()}
    assert (scopes["pelican"], scopes["s3fs"], scopes["moto"]) == (
        "required", "optional", "excluded"
    )  # fmt: skip


def test_licences_are_told_and_the_same_locks_make_the_same_bill():
    told = {part["name"]: part for part in json.loads(made())["components"]}
    assert told["packaging"]["licenses"] == [{"license": {"name": "Apache-2.0 OR BSD-2-Clause"}}]
    assert made() == made()

import pytest
from newsdesk.desks import DeskSettings, desk_settings
from newsdesk.errors import BadSetting


def test_default_country_by_source_then_for_all():
    settings = DeskSettings({"Gulf Paper": "AE", "*": "US"})
    assert ("AE", "US") == (settings.home("Gulf Paper"), settings.home("Other"))


def test_settings_are_read_from_a_table():
    assert {"A": "AE"} == desk_settings({"default_country": {"A": "ae"}}).default_country


@pytest.mark.parametrize("table", [{"home": "US"}, {"default_country": "US"}])
def test_a_wrong_setting_is_named(table):
    with pytest.raises(BadSetting, match=r"\[desks\]"):
        desk_settings(table)

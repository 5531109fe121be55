"""press: Pelican for archives. Set `PELICAN_CLASS = Press` and name the plugin in PLUGINS.

Still Pelican's engine, settings, signals and themes; docs/press.md tells what is done differently.
"""

from pelican.plugins import signals
from pelican.plugins.press.engine import Press, only_under_press
from pelican.plugins.press.words import teach

__all__ = ["Press", "register"]


def register() -> None:
    """Connect to Pelican: called by it when PLUGINS names `press`."""
    signals.initialized.connect(only_under_press)
    signals.initialized.connect(teach)

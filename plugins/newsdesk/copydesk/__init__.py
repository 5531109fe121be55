"""The copydesk: a raw document becomes a clean story, every cut accounted for.

`load_rulebook` once, then `clean` each document; `rebuild` proves that nothing was lost.
"""

from newsdesk.copydesk.cleaning import clean, rebuild
from newsdesk.copydesk.rule_check import check_rules
from newsdesk.copydesk.rulebook import Rule, Rulebook, load_rulebook

__all__ = ["Rule", "Rulebook", "check_rules", "clean", "load_rulebook", "rebuild"]

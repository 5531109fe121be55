"""The copydesk: a raw document becomes a clean story, every cut accounted for."""

"""Rule packs: one TOML file per syndicator, export or language."""

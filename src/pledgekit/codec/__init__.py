"""TOML text to records and back: strict in, canonical out. Layer 3; the only place of cattrs, tomllib and tomli-w."""

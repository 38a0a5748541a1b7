"""What a dossier's folder must hold: tables, their columns, and dossier.toml."""

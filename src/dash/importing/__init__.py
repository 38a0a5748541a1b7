"""Event files that people download themselves, made into a dossier's recorded deaths."""

"""A new dossier: an example to learn from, empty tables, or one begun from an article."""

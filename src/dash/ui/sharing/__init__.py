"""Heads, embeds and what else of a record the server sends beside its pages."""

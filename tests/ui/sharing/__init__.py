"""Tests of what the server sends of a record beside its pages."""

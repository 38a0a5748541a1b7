"""Tests of dash.dossier.rules."""

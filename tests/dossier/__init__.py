"""Tests of `dash.dossier`."""

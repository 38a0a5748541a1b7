"""Tests of dash.importing."""

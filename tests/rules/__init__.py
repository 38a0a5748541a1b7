"""Tests of dash.rules."""

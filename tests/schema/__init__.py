"""Tests of dash.schema."""

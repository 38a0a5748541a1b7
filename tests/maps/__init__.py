"""Tests of dash.maps."""

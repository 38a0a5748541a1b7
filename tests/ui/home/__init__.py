"""Tests of dash.ui.home."""

"""Tests of `dash.ui.map`."""

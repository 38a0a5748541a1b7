"""Tests of `dash.figures`."""

"""Tests of `dash.checking`."""

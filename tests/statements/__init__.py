"""Tests of `dash.statements`."""

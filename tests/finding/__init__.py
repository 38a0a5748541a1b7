"""Tests of `dash.finding`."""

"""Tests of what of a record leaves the dashboard."""

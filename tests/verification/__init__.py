"""Tests of dash.verification."""

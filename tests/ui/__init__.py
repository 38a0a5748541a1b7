"""Tests of dash.ui."""

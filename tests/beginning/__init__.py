"""Tests of dash.beginning."""

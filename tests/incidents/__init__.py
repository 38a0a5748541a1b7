"""Tests of the recorded deaths."""

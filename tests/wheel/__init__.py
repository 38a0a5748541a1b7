"""Tests of what is installed elsewhere: the wheel, and a repository that depends on it."""

"""Quotations and reported speech: finding, counting, comparing, taking away."""

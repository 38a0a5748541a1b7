"""Tests of dash.sharing.cards."""

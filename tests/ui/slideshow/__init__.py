"""Tests of `dash.ui.slideshow`."""

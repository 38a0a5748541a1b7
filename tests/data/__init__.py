"""Tests of the dossier that ships."""

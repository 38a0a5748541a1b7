"""Damage of every kind to a dossier's folder, to addresses and cells: it brings no page down.

A few hundred cases run with the tests; `python -m tests.damage --count 5000` runs thousands.
Each case follows from its number alone, so that one that fails can be run again by itself.
"""

"""What "/open" shows: a dossier of a visitor's own, and one to start from."""

from pathlib import Path

STYLE = Path(__file__).with_name("style.css")

"""What "/sources" shows."""

from pathlib import Path

STYLE = Path(__file__).with_name("style.css")

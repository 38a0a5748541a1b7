"""The home page: the story's questions answered in pictures, its days, differences and doors."""

from pathlib import Path

STYLE = Path(__file__).with_name("style.css")

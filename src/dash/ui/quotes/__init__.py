"""The quotes: statements as rows, the exchange by topic, and where accounts differ."""

from pathlib import Path

STYLE = Path(__file__).with_name("style.css")

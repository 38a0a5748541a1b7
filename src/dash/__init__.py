"""A news story as a folder of tables, and the dashboard that draws them."""

__version__ = "0.1.0"

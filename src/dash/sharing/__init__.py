"""What of a record leaves the dashboard: heads, cards, embeds, and what is said of a version."""

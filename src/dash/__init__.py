"""A news story as a folder of tables, and the dashboard that draws them."""

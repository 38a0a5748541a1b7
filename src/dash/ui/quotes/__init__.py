"""What "/quotes" shows."""

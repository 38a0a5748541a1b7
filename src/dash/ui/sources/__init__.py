"""What "/sources" shows."""

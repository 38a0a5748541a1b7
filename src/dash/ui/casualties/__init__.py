"""What "/casualties" shows."""

"""What "/search" shows."""
